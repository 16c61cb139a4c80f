import type { Identity, Person } from '../../core/person';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import { rightOf } from '../coordinators/quota';
import type { Order } from '../orders/order';
import { wantStaff } from './course-staff.sql';
import { showIn } from './displays.sql';
import { insertEnrolment } from './enrolments.sql';
import { queueCourse } from './follow-course';

/** In the transaction that assigns: the seat is held first. */
export async function askToEnrol(
  tx: Database,
  { assignmentId, courseId }: { assignmentId: number; courseId: number },
  by: Person,
  at: Instant,
): Promise<void> {
  await insertEnrolment(tx, { assignmentId, courseId, waiting: by });
  // In this order everywhere, so that of two at one seat neither waits for the other.
  await queueCourse(tx, courseId, at);
  await showIn(tx, assignmentId, by, at);
}

/** The coordinator whose right it is joins the course of their trainee, with the role that was sold for it; sales do not. */
export async function askForSupervisor(tx: Database, order: Order, courseId: number, by: Person, at: Instant) {
  const { supervisorRole } = order.terms;
  if (by.sales || supervisorRole === '') return;
  await askForStaff(tx, courseId, [rightOf(by, order.customer)], supervisorRole, at);
}

/** Those who are to be in a course beside their trainees, or for themselves. */
export async function askForStaff(
  tx: Database,
  courseId: number,
  people: readonly Identity[],
  role: string,
  at: Instant,
): Promise<void> {
  let isWanted = false;
  for (const person of people) isWanted = (await wantStaff(tx, { courseId, person, role })) || isWanted;
  if (isWanted) await queueCourse(tx, courseId, at);
}
