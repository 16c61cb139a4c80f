import { UserError } from '../../core/errors';
import type { Identity } from '../../core/identity';
import { demand } from '../../core/permission';
import { type Person, SYSTEM } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { coordinatorAdded } from '../coordinators/coordinator-changes';
import { addCoordinator, findCoordinator } from '../coordinators/coordinators.sql';
import { type AccessAnswer, type AccessRequest, accessReference, parseAccessReference } from './access-request';
import {
  answerAccessRequest,
  findAccessRequest,
  getAccessRequest,
  needlessAccessRequests,
} from './access-requests.sql';
import { accessApproved, accessDeclined } from './request-changes';

/**
 * Approves or declines; approval makes the person a coordinator without limits. The first answer stands, and every
 * caller gets the request with that answer.
 */
export async function answerAccess(
  db: Database,
  reference: string,
  kind: AccessAnswer['kind'],
  by: Person,
  now: Now,
): Promise<AccessRequest> {
  demand(by, 'answer');
  return db.transaction(async (tx) => {
    const id = parseAccessReference(reference);
    const request = id === undefined ? undefined : await findAccessRequest(tx, id);
    if (!request) throw new UserError({ code: 'request.unknown' });
    if (request.answer) return request;
    if (await findCoordinator(tx, request.customer.id, request.askedBy)) await settleAs(tx, request, 'approved', now);
    else await settleAs(tx, request, kind, now, by);
    return getAccessRequest(tx, request.id);
  });
}

/** Settles open requests of people who have become coordinators another way. Idempotent. */
export async function settleNeedlessAccess(db: Database, now: Now): Promise<void> {
  for (const id of await needlessAccessRequests(db)) {
    await db.transaction(async (tx) => settleAs(tx, await getAccessRequest(tx, id), 'approved', now));
  }
}

/** Without `by`, the request settles itself. Does nothing when another answer came first. */
async function settleAs(tx: Database, request: AccessRequest, kind: AccessAnswer['kind'], now: Now, by?: Identity) {
  const { id, customer, askedBy } = request;
  const at = toInstant(now);
  if (!(await answerAccessRequest(tx, id, { kind, at, by }))) return;
  const customerId = customer.id;
  const change = kind === 'approved' ? accessApproved : accessDeclined;
  await record(tx, by ?? SYSTEM, now, change({ subject: accessReference(id), customerId }, { id }));
  if (by && kind === 'approved' && (await addCoordinator(tx, customerId, askedBy))) {
    const details = { subject: customer.code, customerId, after: askedBy };
    await record(tx, by, now, coordinatorAdded(details, { person: askedBy, isNotified: true, inBulk: false }));
  }
}
