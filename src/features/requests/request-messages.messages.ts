import type { Delivery } from '../../app/delivery';
import { today, toInstant } from '../../core/time';
import type { Outcome, Turn } from '../../outbox/attempt';
import { enqueue, personKey } from '../../outbox/outbox';
import { findPosted, post } from '../../outbox/post';
import { refreshStanding } from '../../outbox/refresh';
import { saveStanding } from '../../outbox/standing-messages';
import { getOrder } from '../orders/orders.sql';
import { countLeft } from '../orders/pools.sql';
import { followRequest } from './follow-request';
import { requestReference } from './request';
import { requestAnsweredMessage, requestMessage } from './request.view';
import { getRequest } from './requests.sql';
import { salesToTell, WHILE_NOBODY_SELLS } from './sales-to-tell.messages';

/** Works out who is to be told of it. Waits while nobody sells. */
export async function requestChanged({ subject }: Turn, delivery: Delivery): Promise<Outcome> {
  const sales = await salesToTell(delivery);
  if (sales.length === 0) return WHILE_NOBODY_SELLS;
  await followRequest(delivery.db, Number(subject), sales, delivery.now());
  return { kind: 'nothing' };
}

/** With the buttons to answer it; once it is answered nobody needs to see it any more. */
export async function showRequest(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, now } = delivery;
  const isAnswered = async () => (await getRequest(db, Number(turn.subject))).answer !== undefined;
  const outcome = (await isAnswered())
    ? ((await findPosted(turn, turn.to?.userId ?? '', delivery)) ?? { kind: 'nothing' })
    : await post(turn, await messageFor(turn, delivery), delivery);
  if (outcome.kind !== 'sent') return outcome;
  await saveStanding(db, standingOf(turn), { channel: outcome.channel, ts: outcome.ts });
  const refresh = { kind: 'request.refresh' as const, subject: turn.subject, ...(turn.to && { to: turn.to }) };
  // Answered meanwhile: whoever answered could not know of this message.
  if (outcome.isFound || (await isAnswered())) await enqueue(db, refresh, toInstant(now()));
  return outcome;
}

/** Says on the message of one who sells what became of the request, and takes the buttons off. */
export async function refreshRequest(turn: Turn, delivery: Delivery): Promise<Outcome> {
  return refreshStanding(standingOf(turn), () => messageFor(turn, delivery), turn, delivery);
}

/** Tells whoever asked. */
export async function tellAnswered(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const request = await getRequest(delivery.db, Number(turn.subject));
  const t = delivery.translator(await delivery.localeOf(turn.to ?? request.askedBy));
  const order = request.answer?.kind === 'done' ? await getOrder(delivery.db, request.answer.order) : undefined;
  return post(turn, requestAnsweredMessage(request, order, t), delivery);
}

async function messageFor({ subject, to }: Turn, { db, now, localeOf, translator }: Delivery) {
  const request = await getRequest(db, Number(subject));
  const { customer, product } = request;
  const day = today(now(), customer.timezone);
  const left = await countLeft(db, { customerId: customer.id, day, products: [product.id] });
  return requestMessage(request, left, translator(to ? await localeOf(to) : customer.locale));
}

function standingOf({ subject, to }: Turn): string {
  return `${requestReference(Number(subject))}:${to ? personKey(to) : ''}`;
}
