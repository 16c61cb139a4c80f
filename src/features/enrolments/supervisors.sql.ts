import type { Identity } from '../../core/identity';
import type { Database } from '../../database/database';
import { NO_SUPERVISOR } from '../products/product';

/** A coordinator with enrolled trainees in a course. */
export interface Supervisor {
  person: Identity;
  /** Roles that their orders give, in the order of the orders. */
  roles: readonly string[];
  orderIds: readonly number[];
}

/**
 * Everybody who coordinates trainees in the course now: still a coordinator of their customer, which is not archived.
 */
export async function supervisorsWanted(db: Database, courseId: number): Promise<Supervisor[]> {
  const rows = await db('enrolments')
    .join('assignments', 'assignments.id', 'enrolments.assignment_id')
    .join('orders', 'orders.id', 'assignments.order_id')
    .join('customers', 'customers.id', 'assignments.customer_id')
    .join('coordinators', 'coordinators.customer_id', 'customers.id')
    .where('enrolments.course_id', courseId)
    .whereIn('enrolments.state', ['enrolling', 'enrolled', 'releasing'])
    .whereNotNull('enrolments.enrolled_at')
    .whereNull('customers.archived_at')
    .whereNotIn('orders.supervisor_role', ['', NO_SUPERVISOR])
    .where('coordinators.team_id', db.ref('assignments.quota_team'))
    .where('coordinators.user_id', db.ref('assignments.quota_user'))
    .orderBy(['coordinators.team_id', 'coordinators.user_id', 'order_id'])
    .distinct('coordinators.team_id', 'coordinators.user_id', 'assignments.order_id', 'orders.supervisor_role');
  const people = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.team_id}:${row.user_id}`;
    people.set(key, [...(people.get(key) ?? []), row]);
  }
  return [...people.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const person = { teamId: first.team_id, userId: first.user_id };
    return [{ person, roles: own.map((row) => row.supervisor_role), orderIds: own.map((row) => row.order_id) }];
  });
}

/** Ids of the courses in which the customer has enrolled trainees. */
export async function coursesOfCustomer(db: Database, customerId: number): Promise<number[]> {
  return db('enrolments')
    .join('assignments', 'assignments.id', 'enrolments.assignment_id')
    .where('assignments.customer_id', customerId)
    .whereNotNull('enrolments.enrolled_at')
    .whereNot('enrolments.state', 'released')
    .distinct('enrolments.course_id')
    .orderBy('enrolments.course_id')
    .pluck('enrolments.course_id');
}

/** Ids of the courses that supervisors are in. */
export async function coursesWithSupervisors(db: Database): Promise<number[]> {
  return db('course_staff').where({ kind: 'supervisor' }).distinct('course_id').orderBy('course_id').pluck('course_id');
}
