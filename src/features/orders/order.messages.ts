import { toInstant } from '../../core/time';
import type { Translate } from '../../core/words';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import { saveLiveMessage } from '../../outbox/live-messages';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { findError } from '../../outbox/outbox-overview';
import { post } from '../../outbox/post';
import { refreshLiveMessage } from '../../outbox/refresh-live-message';
import { customerArchived, customerRestored } from '../customers/customer-changes';
import { coursesOfOrder } from './courses-of-order';
import { isExpired, type Order } from './order';
import { orderMessage } from './order.view';
import { orderGenerated } from './order-changes';
import { getOrder, ordersOnOffer } from './orders.sql';
import { countUnassigned } from './seats.sql';
import { expiredMessage, undeliveredMessage, usedUpMessage } from './seller.view';

/** The one message per order in the customer's channel. When it becomes a dead letter, the seller is notified. */
export const orderAnnouncement = defineMessage({
  kind: 'order.announce',
  deliver: announceOrder,
  customerOf,
  reportsItself: true,
  onGivenUp: async (tx, { subject, createdAt }) => {
    const { generatedBy: to } = await getOrder(tx, subject);
    await enqueue(tx, { message: orderUndelivered, subject, to }, createdAt);
  },
});

/** Updates that message in place. */
export const orderRefresh = defineMessage({
  kind: 'order.refresh',
  method: 'chat.update',
  deliver: refreshOrder,
  customerOf,
});

// Direct messages to the seller.

export const orderUndelivered = defineMessage({ kind: 'order.undelivered', deliver: notifyUndelivered });
export const orderUsedUp = defineMessage({ kind: 'order.used_up', deliver: notifyUsedUp });
export const orderExpired = defineMessage({ kind: 'order.expired', deliver: notifyExpired });

/** Queues the message for a new order. */
export const announceNewOrder = on([orderGenerated], async (tx, entries, { now }) => {
  for (const { subject, facts } of entries) {
    const { channel } = facts.customer;
    const dedupeKey = `${orderAnnouncement.kind}:${subject}`;
    await enqueue(tx, { message: orderAnnouncement, subject, channel, dedupeKey }, toInstant(now));
  }
});

/** Refreshes order messages: their buttons depend on the customer's archive state. */
export const refreshOffers = on([customerArchived, customerRestored], async (tx, entries, { now }) => {
  for (const { customerId = 0, facts } of entries) {
    for (const subject of await ordersOnOffer(tx, customerId)) {
      await enqueue(tx, { message: orderRefresh, subject, channel: facts.channel }, toInstant(now));
    }
  }
});

async function customerOf(tx: Database, reference: string): Promise<number> {
  return (await getOrder(tx, reference)).customer.id;
}

/** Posts the current state. A message found from an earlier attempt may be outdated, so a refresh follows. */
async function announceOrder(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const order = await getOrder(context.db, claimed.subject);
  const outcome = await post(claimed, await messageOf(order, context), context, order.customer.channel);
  if (outcome.kind === 'sent') {
    const { channel, ts, isFound } = outcome;
    await saveLiveMessage(context.db, liveSubject(claimed), { channel, ts });
    const refresh = { message: orderRefresh, subject: claimed.subject, channel };
    if (isFound) await enqueue(context.db, refresh, toInstant(context.now()));
  }
  return outcome;
}

/** Updates the order's message in place. No update is needed before the post, which shows the current state. */
async function refreshOrder(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const compose = async () => messageOf(await getOrder(context.db, claimed.subject), context);
  return refreshLiveMessage(liveSubject(claimed), compose, claimed, context);
}

async function notifyUndelivered(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const error = (await findError(context.db, orderAnnouncement.kind, claimed.subject)) ?? '';
  return notifySeller(claimed, context, (order, t) => undeliveredMessage(order, error, t));
}

async function notifyUsedUp(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  return notifySeller(claimed, context, usedUpMessage);
}

async function notifyExpired(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const order = await getOrder(context.db, claimed.subject);
  const expired = await countUnassigned(context.db, order.id);
  return notifySeller(claimed, context, (_order, t) => expiredMessage(order, expired, t));
}

/** Uses the seller's language. */
async function notifySeller(
  claimed: ClaimedMessage,
  context: MessageContext,
  say: (order: Order, t: Translate) => Parameters<typeof post>[1],
): Promise<Outcome> {
  const order = await getOrder(context.db, claimed.subject);
  const t = context.translator(await context.localeOf(claimed.to ?? order.generatedBy));
  return post(claimed, say(order, t), context);
}

async function messageOf(order: Order, { db, now, translator }: MessageContext) {
  const seats = {
    unassigned: await countUnassigned(db, order.id),
    isExpired: isExpired(order, now()),
    courses: await coursesOfOrder(db, order),
  };
  return orderMessage(order, seats, translator(order.customer.locale));
}

function liveSubject({ subject }: ClaimedMessage): string {
  return `order:${subject}`;
}
