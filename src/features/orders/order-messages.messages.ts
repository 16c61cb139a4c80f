import type { Delivery } from '../../app/delivery';
import { toInstant } from '../../core/time';
import type { Outcome, Turn } from '../../outbox/attempt';
import { enqueue } from '../../outbox/outbox';
import { findError } from '../../outbox/outbox-overview';
import { post } from '../../outbox/post';
import { refreshStanding } from '../../outbox/refresh';
import { saveStanding } from '../../outbox/standing-messages';
import type { Translate } from '../../slack/translate';
import { expiredMessage, undeliveredMessage, usedUpMessage } from '../customers/seller.view';
import { followOrder } from './follow-order';
import type { Order } from './order';
import { orderMessage } from './order.view';
import { getOrder } from './orders.sql';
import { countUnassigned } from './seats.sql';

/** Works out who is to be told of it. */
export async function orderChanged({ subject }: Turn, { db, now }: Delivery): Promise<Outcome> {
  await followOrder(db, subject, now());
  return { kind: 'nothing' };
}

/** The one message per order, as things are now. */
export async function announceOrder(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const order = await getOrder(delivery.db, turn.subject);
  const outcome = await post(turn, await messageOf(order, delivery), delivery, order.customer.channel);
  if (outcome.kind === 'sent') {
    const { channel, ts, isFound } = outcome;
    await saveStanding(delivery.db, standingOf(turn), { channel, ts });
    const refresh = { kind: 'order.refresh' as const, subject: turn.subject, channel };
    if (isFound) await enqueue(delivery.db, refresh, toInstant(delivery.now()));
  }
  return outcome;
}

/** Changes the order's message in place. One that is not posted yet will say it all when it is. */
export async function refreshOrder(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const compose = async () => messageOf(await getOrder(delivery.db, turn.subject), delivery);
  return refreshStanding(standingOf(turn), compose, turn, delivery);
}

export async function tellUndelivered(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const error = (await findError(delivery.db, 'order.announce', turn.subject)) ?? '';
  return tellSeller(turn, delivery, (order, t) => undeliveredMessage(order, error, t));
}

export async function tellUsedUp(turn: Turn, delivery: Delivery): Promise<Outcome> {
  return tellSeller(turn, delivery, usedUpMessage);
}

export async function tellExpired(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const order = await getOrder(delivery.db, turn.subject);
  const expired = await countUnassigned(delivery.db, order.id);
  return tellSeller(turn, delivery, (_order, t) => expiredMessage(order, expired, t));
}

/** In the language of whoever generated the order. */
async function tellSeller(
  turn: Turn,
  delivery: Delivery,
  say: (order: Order, t: Translate) => Parameters<typeof post>[1],
): Promise<Outcome> {
  const order = await getOrder(delivery.db, turn.subject);
  const t = delivery.translator(await delivery.localeOf(turn.to ?? order.generatedBy));
  return post(turn, say(order, t), delivery);
}

async function messageOf(order: Order, { db, translator }: Delivery) {
  return orderMessage(order, await countUnassigned(db, order.id), translator(order.customer.locale));
}

function standingOf({ subject }: Turn): string {
  return `order:${subject}`;
}
