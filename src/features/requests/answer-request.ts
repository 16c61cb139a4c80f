import { UserError } from '../../core/errors';
import type { Identity } from '../../core/identity';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import { hasVisible } from '../../core/visible';
import { announce } from '../../database/changes';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import type { Order } from '../orders/order';
import { MAX_WHY_LENGTH, parseRequestReference, requestReference, type SeatRequest } from './request';
import { seatsDeclined, seatsProvided } from './request-changes';
import { answerRequest, findRequest, getRequest } from './requests.sql';

/** Throws UserError when the request is unknown or answered. */
export async function openRequest(db: Database, reference: string, by: Person): Promise<SeatRequest> {
  demand(by, 'answer');
  return theOpenRequest(db, reference);
}

async function theOpenRequest(db: Database, reference: string): Promise<SeatRequest> {
  const id = parseRequestReference(reference);
  const request = id === undefined ? undefined : await findRequest(db, id);
  if (!request) throw new UserError({ code: 'request.unknown' });
  if (request.answer) throw new UserError({ code: 'request.answered' });
  return request;
}

/**
 * Runs in the transaction that generates the order; the caller checks permission. Of two concurrent answers, one throws
 * UserError and its order rolls back.
 */
export async function fulfilRequest(tx: Database, reference: string, order: Order, by: Identity, now: Now) {
  const request = await theOpenRequest(tx, reference);
  if (request.customer.id !== order.customer.id) {
    throw new UserError({
      code: 'request.other_customer',
      field: 'customer',
      details: { customer: request.customer.name },
    });
  }
  await settle(tx, request.id, { by, at: toInstant(now), orderId: order.id });
  const details = { subject: reference, customerId: request.customer.id };
  await announce(tx, { by, now }, seatsProvided(details, { id: request.id }));
}

/** The decline notice includes the reason. */
export async function declineRequest(
  db: Database,
  form: { request: string; reason: string },
  by: Person,
  now: Now,
  submission?: string,
): Promise<SeatRequest> {
  return idempotent(db, submission, by, now, {
    run: (tx) => decline(tx, form, by, now),
    load: (tx, id) => getRequest(tx, Number(id)),
  });
}

async function decline(tx: Database, form: { request: string; reason: string }, by: Person, now: Now) {
  const { id, customer } = await openRequest(tx, form.request, by);
  const reason = form.reason.trim();
  if (!hasVisible(reason)) throw new UserError({ code: 'reason.missing', field: 'reason' });
  if (reason.length > MAX_WHY_LENGTH) {
    throw new UserError({ code: 'text.too_long', field: 'reason', details: { most: MAX_WHY_LENGTH } });
  }
  await settle(tx, id, { by, at: toInstant(now), reason });
  const details = { subject: requestReference(id), customerId: customer.id };
  await record(tx, by, now, seatsDeclined({ ...details, reason }, { id }));
  return String(id);
}

async function settle(tx: Database, id: number, answer: Parameters<typeof answerRequest>[2]): Promise<void> {
  if (!(await answerRequest(tx, id, answer))) throw new UserError({ code: 'request.answered' });
}
