import type { Identity } from '../../core/identity';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import type { AccessRequestRow } from '../../database/tables';
import { getCustomer } from '../customers/customers.sql';
import type { AccessAnswer, AccessRequest } from './access-request';

export async function findAccessRequest(db: Database, id: number): Promise<AccessRequest | undefined> {
  const row = await db('access_requests').where({ id }).first();
  return row && fromRow(db, row);
}

/** Throws when there is no such request. */
export async function getAccessRequest(db: Database, id: number): Promise<AccessRequest> {
  const request = await findAccessRequest(db, id);
  if (!request) throw new Error(`There is no access request ${id}.`);
  return request;
}

/** Open requests, oldest first: at most `most` of them, and the total. */
export async function waitingAccessRequests(
  db: Database,
  most: number,
): Promise<{ shown: AccessRequest[]; total: number }> {
  const open = () => db('access_requests').whereRaw("state = 'open'");
  const ids = await open().orderBy(['asked_at', 'id']).limit(most).pluck('id');
  const counted = await open().count({ count: '*' }).first();
  const shown = [];
  for (const id of ids) shown.push(await getAccessRequest(db, id));
  return { shown, total: Number(counted?.count ?? 0) };
}

/** Returns the new id, or undefined when the person already has an open request. */
export async function insertAccessRequest(
  tx: Database,
  { customerId, by, at }: { customerId: number; by: Identity; at: Instant },
): Promise<number | undefined> {
  const [inserted] = await tx('access_requests')
    .insert({ customer_id: customerId, team_id: by.teamId, user_id: by.userId, state: 'open', asked_at: at })
    .onConflict(tx.raw("(customer_id, team_id, user_id) where state = 'open'"))
    .ignore()
    .returning('id');
  return inserted?.id;
}

/** True for exactly one of several concurrent callers. */
export async function answerAccessRequest(tx: Database, id: number, { kind, at, by }: AccessAnswer): Promise<boolean> {
  const changed = await tx('access_requests')
    .where({ id, state: 'open' })
    .update({
      state: kind,
      answered_at: at,
      answered_by_team: by?.teamId ?? null,
      answered_by_user: by?.userId ?? null,
    });
  return changed === 1;
}

/** Open requests of people who have become coordinators another way. */
export async function needlessAccessRequests(db: Database): Promise<number[]> {
  return db('access_requests')
    .join('coordinators', (join) => {
      for (const column of ['customer_id', 'team_id', 'user_id'] as const) {
        join.on(`coordinators.${column}`, `access_requests.${column}`);
      }
    })
    .where({ state: 'open' })
    .orderBy('access_requests.id')
    .pluck('access_requests.id');
}

async function fromRow(db: Database, row: AccessRequestRow): Promise<AccessRequest> {
  return {
    id: row.id,
    customer: await getCustomer(db, row.customer_id),
    askedAt: row.asked_at,
    askedBy: { teamId: row.team_id, userId: row.user_id },
    answer: answerOf(row),
  };
}

function answerOf({ state, answered_at, answered_by_team, answered_by_user }: AccessRequestRow) {
  if (state === 'open') return undefined;
  const by = answered_by_user === null ? undefined : { teamId: answered_by_team ?? '', userId: answered_by_user };
  return { kind: state, at: answered_at ?? '', by };
}
