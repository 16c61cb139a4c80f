import type { Identity } from '../../core/identity';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import { rightOf } from '../coordinators/quota';
import type { Order } from '../orders/order';
import { wantStaff } from './course-staff.sql';

/**
 * Enrols the coordinator, or for a delegate the delegating coordinator, in the trainee's course with the supervisor
 * role sold. Sales are not enrolled.
 */
export async function askForSupervisor(tx: Database, order: Order, courseId: number, by: Person) {
  const { supervisorRole } = order.terms;
  if (by.sales || supervisorRole === '') return;
  await askForStaff(tx, courseId, [rightOf(by, order.customer)], supervisorRole);
}

/** Requests staff enrolments in the course. True when Moodle has work to do. */
export async function askForStaff(
  tx: Database,
  courseId: number,
  people: readonly Identity[],
  role: string,
): Promise<boolean> {
  let isWanted = false;
  for (const person of people) isWanted = (await wantStaff(tx, { courseId, person, role })) || isWanted;
  return isWanted;
}
