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
 * Makes whoever asked a coordinator without limits, or declines. The first answer stands: everybody gets the request with
 * the answer that counts, whoever gave it.
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

/** Settles what nobody has to answer any more: whoever asked became a coordinator on another way. */
export async function settleNeedlessAccess(db: Database, now: Now): Promise<void> {
  for (const id of await needlessAccessRequests(db)) {
    await db.transaction(async (tx) => settleAs(tx, await getAccessRequest(tx, id), 'approved', now));
  }
}

/** Without `by` it settles itself. Does nothing when somebody was quicker. */
async function settleAs(tx: Database, request: AccessRequest, kind: AccessAnswer['kind'], now: Now, by?: Identity) {
  const { id, customer, askedBy } = request;
  const at = toInstant(now);
  if (!(await answerAccessRequest(tx, id, { kind, at, by }))) return;
  const customerId = customer.id;
  const change = kind === 'approved' ? accessApproved : accessDeclined;
  await record(tx, by ?? SYSTEM, now, change({ subject: accessReference(id), customerId }, { id }));
  if (by && kind === 'approved' && (await addCoordinator(tx, customerId, askedBy))) {
    const kept = { subject: customer.code, customerId, after: askedBy };
    await record(tx, by, now, coordinatorAdded(kept, { person: askedBy, isTold: true, inBulk: false }));
  }
}
