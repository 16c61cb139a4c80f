import { UserError } from '../../core/errors';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { once } from '../../database/once';
import { enqueue } from '../../outbox/outbox';
import type { Order } from '../orders/order';
import { LONGEST_WHY, parseRequestReference, requestReference, type SeatRequest } from './request';
import { answerRequest, findRequest, getRequest } from './requests.sql';

/** The request, if nobody has answered it yet; who answers later is refused then. */
export async function openRequest(db: Database, reference: string, by: Person): Promise<SeatRequest> {
  demand(by, 'answer');
  const id = parseRequestReference(reference);
  const request = id === undefined ? undefined : await findRequest(db, id);
  if (!request) throw new UserError({ code: 'request.unknown' });
  if (request.answer) throw new UserError({ code: 'request.answered' });
  return request;
}

/** In the transaction that generates the order. Of two people who answer at once, one is refused, order and all. */
export async function fulfilRequest(tx: Database, reference: string, order: Order, by: Person, now: Now) {
  const request = await openRequest(tx, reference, by);
  if (request.customer.id !== order.customer.id) {
    throw new UserError({
      code: 'request.other_customer',
      field: 'customer',
      details: { customer: request.customer.name },
    });
  }
  await settle(tx, request.id, { by, at: toInstant(now), orderId: order.id });
}

/** The asker is told, with the reason. */
export async function declineRequest(
  db: Database,
  form: { request: string; reason: string },
  by: Person,
  now: Now,
  submission?: string,
): Promise<SeatRequest> {
  return once(db, submission, by, now, {
    run: (tx) => decline(tx, form, by, now),
    load: (tx, id) => getRequest(tx, Number(id)),
  });
}

async function decline(tx: Database, form: { request: string; reason: string }, by: Person, now: Now) {
  const { id, customer } = await openRequest(tx, form.request, by);
  const reason = form.reason.trim();
  if (!reason) throw new UserError({ code: 'reason.missing', field: 'reason' });
  if (reason.length > LONGEST_WHY) {
    throw new UserError({ code: 'text.too_long', field: 'reason', details: { most: LONGEST_WHY } });
  }
  await settle(tx, id, { by, at: toInstant(now), reason });
  const entry = { subject: requestReference(id), customerId: customer.id };
  await record(tx, by, now, { action: 'seats.declined', ...entry, reason });
  return String(id);
}

async function settle(tx: Database, id: number, answer: Parameters<typeof answerRequest>[2]): Promise<void> {
  if (!(await answerRequest(tx, id, answer))) throw new UserError({ code: 'request.answered' });
  await enqueue(tx, { kind: 'request.changed', subject: String(id) }, answer.at);
}
