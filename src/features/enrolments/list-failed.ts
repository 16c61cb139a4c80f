import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import type { FailedEnrolment } from '../assignments/enrolment';
import { poolsFor, theCustomerFor } from '../orders/find-customer-for';
import { countFailed, failedEnrolments } from './failed-enrolments.sql';

const MAX_SHOWN = 40;

/** Enrolments that wait for a person: a customer's, or without one those of all, for whoever sells. */
export async function listFailed(
  db: Database,
  customer: string | undefined,
  by: Person,
  now: Now,
): Promise<{ failed: FailedEnrolment[]; total: number }> {
  if (!customer) demand(by, 'generate');
  const scope = customer ? poolsFor(by, await theCustomerFor(db, { customer }, by, 'list'), now) : undefined;
  return { failed: await failedEnrolments(db, MAX_SHOWN, scope), total: await countFailed(db, scope) };
}
