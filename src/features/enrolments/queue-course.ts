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
import { coordinatorsOf } from '../coordinators/coordinators.sql';
import { courseUpdated } from '../courses/course-changes';
import { findCourseNamed } from '../courses/courses.sql';
import { orderGenerated } from '../orders/order-changes';
import { convergeCourse } from './course.messages';
import { coursesWithEnrolled } from './due-enrolments.sql';

/** Has Moodle's participants of the course and our assignments brought together. One that waits is enough for all. */
async function queueCourse(tx: Database, courseId: number, at: Instant): Promise<void> {
  await enqueue(
    tx,
    { message: convergeCourse, subject: String(courseId), concurrencyKey: courseConcurrencyKey(courseId) },
    at,
  );
}

/** One sender at a time is at a course: of two calls that enrol the same person, Moodle would write to them twice. */
export function courseConcurrencyKey(courseId: number): string {
  return `moodle.course:${courseId}`;
}

/** Moodle follows what was asked of a seat. */
export const convergeSeats = on(
  [seatAssigned, seatChanged, seatReleaseAsked, seatEnrolmentRetried],
  async (tx, entries, { now }) => {
    for (const { facts } of entries) if (facts.enrols) await queueCourse(tx, facts.courseId, toInstant(now));
  },
);

/** Moodle is asked how the trainee of an opened card stands. */
export const convergeOpened = on([seatCardOpened], async (tx, entries, { now }) => {
  for (const { facts } of entries) await queueCourse(tx, facts.courseId, toInstant(now));
});

/** Trainees who were in a course through us, and whose course is gone, are told of by the course's next turn. */
export const convergeGone = on([courseUpdated], async (tx, entries, { now }) => {
  const gone = entries.flatMap(({ facts }) => facts.goneId ?? []);
  if (gone.length === 0) return;
  const concerned = new Set(await coursesWithEnrolled(tx));
  for (const id of gone) if (concerned.has(id)) await queueCourse(tx, id, toInstant(now));
});

/** In the course that supports them coordinators are learners like others. */
const SUPPORTED_AS = 'student';

/** Coordinators join the course that supports the product's customers; one that is not known is no reason not to sell. */
export const welcomeInSupport = on([orderGenerated], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    const { customer, product, enrols } = facts;
    if (!enrols || product.customerSupport === undefined) continue;
    const course = await findCourseNamed(tx, product.customerSupport);
    const isWanted = course && (await askForStaff(tx, course.id, await coordinatorsOf(tx, customer.id), SUPPORTED_AS));
    if (isWanted) await queueCourse(tx, course.id, toInstant(now));
  }
});
