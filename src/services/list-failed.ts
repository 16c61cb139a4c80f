import type { FailedEnrolment } from '../domain/enrolment';
import { demand } from '../domain/permission';
import type { Person } from '../domain/person';
import type { Now } from '../domain/time';
import type { Database } from '../storage/database';
import { countFailed, failedEnrolments } from '../storage/failed-enrolments';
import { poolsFor, theCustomerFor } from './access';

const MOST_SHOWN = 40;

/** Enrolments that wait for a person: a customer's, or without one those of all, for whoever sells. */
export async function listFailed(
  db: Database,
  customer: string | undefined,
  by: Person,
  now: Now,
): Promise<{ failed: FailedEnrolment[]; total: number }> {
  if (!customer) demand(by, 'generate');
  const scope = customer ? poolsFor(by, await theCustomerFor(db, { customer }, by, 'list'), now) : undefined;
  return { failed: await failedEnrolments(db, MOST_SHOWN, scope), total: await countFailed(db, scope) };
}
