import type { Instant } from '../../core/time';
import { toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import { enqueue } from '../../outbox/outbox';
import { askForStaff } from '../assignments/ask-for-staff';
import {
  seatAssigned,
  seatCardOpened,
  seatChanged,
  seatEnrolmentRetried,
  seatReleaseAsked,
} from '../assignments/seat-changes';
import { coordinatorRemoved } from '../coordinators/coordinator-changes';
import { coordinatorsOf } from '../coordinators/coordinators.sql';
import { courseUpdated } from '../courses/course-changes';
import { findCourseNamed } from '../courses/courses.sql';
import { customerArchived, customerRestored } from '../customers/customer-changes';
import { orderGenerated } from '../orders/order-changes';
import { convergeCourse } from './course.messages';
import { coursesWithEnrolled } from './due-enrolments.sql';
import { coursesOfCustomer } from './supervisors.sql';

/** Queues a sync of the course; coalesced. */
async function queueCourse(tx: Database, courseId: number, at: Instant): Promise<void> {
  await enqueue(
    tx,
    { message: convergeCourse, subject: String(courseId), concurrencyKey: courseConcurrencyKey(courseId) },
    at,
  );
}

/**
 * Concurrency key: one sender at a time works on a course. Two calls that enrol the same person would send two emails.
 */
export function courseConcurrencyKey(courseId: number): string {
  return `moodle.course:${courseId}`;
}

/** Queues a sync after seat changes that Moodle takes part in. */
export const convergeSeats = on(
  [seatAssigned, seatChanged, seatReleaseAsked, seatEnrolmentRetried],
  async (tx, entries, { now }) => {
    for (const { facts } of entries) if (facts.enrols) await queueCourse(tx, facts.courseId, toInstant(now));
  },
);

/** Queues a sync when a seat card opens, to learn whether the trainee has started. */
export const convergeOpened = on([seatCardOpened], async (tx, entries, { now }) => {
  for (const { facts } of entries) await queueCourse(tx, facts.courseId, toInstant(now));
});

/** Queues a sync of deleted courses with enrolments. That sync run fails them and notifies people. */
export const convergeGone = on([courseUpdated], async (tx, entries, { now }) => {
  const gone = entries.flatMap(({ facts }) => facts.goneId ?? []);
  if (gone.length === 0) return;
  const concerned = new Set(await coursesWithEnrolled(tx));
  for (const id of gone) if (concerned.has(id)) await queueCourse(tx, id, toInstant(now));
});

/** Queues a sync of the customer's courses, which its coordinators enter or leave. */
export const convergeSupervisors = on<unknown>(
  [coordinatorRemoved, customerArchived, customerRestored],
  async (tx, entries, { now }) => {
    for (const customerId of new Set(entries.flatMap((entry) => entry.customerId ?? [])))
      for (const courseId of await coursesOfCustomer(tx, customerId)) await queueCourse(tx, courseId, toInstant(now));
  },
);

/** Coordinators join the support course as ordinary learners. */
const SUPPORTED = { role: 'student', kind: 'support' } as const;

/** Enrols the customer's coordinators in the product's support course. An unknown course does not block the sale. */
export const welcomeInSupport = on([orderGenerated], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    const { customer, product, enrols } = facts;
    if (!enrols || product.customerSupport === undefined) continue;
    const course = await findCourseNamed(tx, product.customerSupport);
    const isWanted = course && (await askForStaff(tx, course.id, await coordinatorsOf(tx, customer.id), SUPPORTED));
    if (isWanted) await queueCourse(tx, course.id, toInstant(now));
  }
});
