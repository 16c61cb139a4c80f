import type { Identity } from '../../core/identity';
import { orderReference } from '../../core/reference';
import type { Instant } from '../../core/time';
import type { NewRow } from '../../database/columns';
import type { Database } from '../../database/database';
import { inserted } from '../../database/inserted';
import type { SeatRequestRow } from '../../database/tables';
import { getCustomer } from '../customers/customers.sql';
import type { RequestAnswer, SeatRequest } from './request';

type RequestRow = SeatRequestRow & { product_code: string; product_name: string };

export async function findRequest(db: Database, id: number): Promise<SeatRequest | undefined> {
  const row = await db('seat_requests')
    .join('products', 'products.id', 'seat_requests.product_id')
    .where('seat_requests.id', id)
    .select('seat_requests.*')
    .select({ product_code: 'products.code', product_name: 'products.name' })
    .first();
  return row && fromRow(db, row);
}

/** Throws when there is no such request. */
export async function getRequest(db: Database, id: number): Promise<SeatRequest> {
  const request = await findRequest(db, id);
  if (!request) throw new Error(`There is no request ${id}.`);
  return request;
}

/** Open requests, oldest first: at most `most` of them, and the total. */
export async function waitingRequests(db: Database, most: number): Promise<{ shown: SeatRequest[]; total: number }> {
  const open = () => db('seat_requests').whereRaw("state = 'open'");
  const ids = await open().orderBy(['asked_at', 'id']).limit(most).pluck('id');
  const counted = await open().count({ count: '*' }).first();
  const shown = [];
  for (const id of ids) shown.push(await getRequest(db, id));
  return { shown, total: Number(counted?.count ?? 0) };
}

/** Returns the new request's id. */
export async function insertRequest(
  db: Database,
  request: Pick<SeatRequest, 'customer' | 'product' | 'seats' | 'reason' | 'askedAt' | 'askedBy'>,
): Promise<number> {
  const row: NewRow<'seat_requests'> = {
    customer_id: request.customer.id,
    product_id: request.product.id,
    seats: request.seats,
    reason: request.reason,
    asked_at: request.askedAt,
    asked_by_team: request.askedBy.teamId,
    asked_by_user: request.askedBy.userId,
    state: 'open',
  };
  return inserted(await db('seat_requests').insert(row).returning('id')).id;
}

/** True for exactly one of several concurrent callers. */
export async function answerRequest(
  tx: Database,
  id: number,
  answer: { by: Identity; at: Instant } & ({ orderId: number } | { reason: string }),
): Promise<boolean> {
  const changed = await tx('seat_requests')
    .where({ id, state: 'open' })
    .update({
      state: 'orderId' in answer ? 'done' : 'declined',
      answered_at: answer.at,
      answered_by_team: answer.by.teamId,
      answered_by_user: answer.by.userId,
      ...('orderId' in answer ? { order_id: answer.orderId } : { answer: answer.reason }),
    });
  return changed === 1;
}

async function fromRow(db: Database, row: RequestRow): Promise<SeatRequest> {
  return {
    id: row.id,
    customer: await getCustomer(db, row.customer_id),
    product: { id: row.product_id, code: row.product_code, name: row.product_name },
    seats: row.seats,
    reason: row.reason,
    askedAt: row.asked_at,
    askedBy: { teamId: row.asked_by_team, userId: row.asked_by_user },
    answer: answerOf(row),
  };
}

function answerOf(row: RequestRow): RequestAnswer | undefined {
  if (row.state === 'open') return undefined;
  const common = {
    at: row.answered_at ?? '',
    by: { teamId: row.answered_by_team ?? '', userId: row.answered_by_user ?? '' },
  };
  if (row.state === 'declined') return { ...common, kind: 'declined', reason: row.answer ?? '' };
  return { ...common, kind: 'done', order: orderReference(row.order_id ?? 0) };
}
