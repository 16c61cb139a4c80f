import type { Identity } from '../../core/identity';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import { rightOf } from '../coordinators/quota';
import type { Order } from '../orders/order';
import { wantStaff } from './course-staff.sql';

/** The coordinator whose right it is joins the course of their trainee, with the role that was sold for it; sales do not. */
export async function askForSupervisor(tx: Database, order: Order, courseId: number, by: Person) {
  const { supervisorRole } = order.terms;
  if (by.sales || supervisorRole === '') return;
  await askForStaff(tx, courseId, [rightOf(by, order.customer)], supervisorRole);
}

/** Those who are to be in a course beside their trainees, or for themselves. True when Moodle has something to do. */
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
