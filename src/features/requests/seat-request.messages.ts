import type { Identity } from '../../core/person';
import type { Now } from '../../core/time';
import { today, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import type { ClaimedMessage } from '../../outbox/claims';
import { liveMessageSubjects, saveLiveMessage } from '../../outbox/live-messages';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue, parsePersonKey, personKey } from '../../outbox/outbox';
import { findPosted, post } from '../../outbox/post';
import { refreshLiveMessage } from '../../outbox/refresh-live-message';
import { orderGenerated } from '../orders/order-changes';
import { getOrder } from '../orders/orders.sql';
import { countLeft } from '../orders/pools.sql';
import { fulfilRequest } from './answer-request';
import { requestReference } from './request';
import { requestAnsweredMessage, requestMessage } from './request.view';
import { seatsAsked, seatsDeclined, seatsProvided } from './request-changes';
import { getRequest } from './requests.sql';
import { salesToTell, WHILE_NOBODY_SELLS } from './sales-to-tell';

/** More seats were asked for, or that was answered: works out who is to be told. */
export const seatRequestChanged = defineMessage({ kind: 'request.changed', deliver: requestChanged, isInternal: true });

/** Shows the request to a person who sells. */
export const seatRequestNotice = defineMessage({ kind: 'request.show', deliver: showRequest });

/** That message, brought up to date in place. */
export const seatRequestRefresh = defineMessage({ kind: 'request.refresh', deliver: refreshRequest });

/** Tells the asker how it ended. */
export const seatRequestAnswer = defineMessage({
  kind: 'request.answered',
  deliver: tellAnswered,
  customerOf: async (tx, id) => (await getRequest(tx, Number(id))).customer.id,
});

export const followSeatRequest = on([seatsAsked, seatsDeclined, seatsProvided], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    await enqueue(tx, { message: seatRequestChanged, subject: String(facts.id) }, toInstant(now));
  }
});

/** Of two people who answer a request at once, one is refused, order and all. */
export const answerWithOrder = on([orderGenerated], async (tx, entries, { by, now }) => {
  for (const { subject, facts } of entries) {
    if (facts.request) await fulfilRequest(tx, facts.request, await getOrder(tx, subject), by, now);
  }
});

/** Works out who is to be told of it. Waits while nobody sells. */
async function requestChanged({ subject }: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const sales = await salesToTell(context);
  if (sales.length === 0) return WHILE_NOBODY_SELLS;
  await followRequest(context.db, Number(subject), sales, context.now());
  return { kind: 'nothing' };
}

/** With the buttons to answer it; once it is answered nobody needs to see it any more. */
async function showRequest(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now } = context;
  const isAnswered = async () => (await getRequest(db, Number(claimed.subject))).answer !== undefined;
  const outcome = (await isAnswered())
    ? ((await findPosted(claimed, claimed.to?.userId ?? '', context)) ?? { kind: 'nothing' })
    : await post(claimed, await messageFor(claimed, context), context);
  if (outcome.kind !== 'sent') return outcome;
  await saveLiveMessage(db, standingOf(claimed), { channel: outcome.channel, ts: outcome.ts });
  const refresh = { message: seatRequestRefresh, subject: claimed.subject, ...(claimed.to && { to: claimed.to }) };
  // Answered meanwhile: whoever answered could not know of this message.
  if (outcome.isFound || (await isAnswered())) await enqueue(db, refresh, toInstant(now()));
  return outcome;
}

/** Says on the message of one who sells what became of the request, and takes the buttons off. */
async function refreshRequest(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  return refreshLiveMessage(standingOf(claimed), () => messageFor(claimed, context), claimed, context);
}

/** Tells whoever asked. */
async function tellAnswered(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const request = await getRequest(context.db, Number(claimed.subject));
  const t = context.translator(await context.localeOf(claimed.to ?? request.askedBy));
  const order = request.answer?.kind === 'done' ? await getOrder(context.db, request.answer.order) : undefined;
  return post(claimed, requestAnsweredMessage(request, order, t), context);
}

async function messageFor({ subject, to }: ClaimedMessage, { db, now, localeOf, translator }: MessageContext) {
  const request = await getRequest(db, Number(subject));
  const { customer, product } = request;
  const day = today(now(), customer.timezone);
  const left = await countLeft(db, { customerId: customer.id, day, products: [product.id] });
  return requestMessage(request, left, translator(to ? await localeOf(to) : customer.locale));
}

function standingOf({ subject, to }: ClaimedMessage): string {
  return `${requestReference(Number(subject))}:${to ? personKey(to) : ''}`;
}

/**
 * Tells everybody whom a request for seats concerns: all who sell while it is open; when it is answered, whoever was
 * shown it, and the person who asked. Safe to repeat.
 */
async function followRequest(db: Database, id: number, sales: readonly Identity[], now: Now): Promise<void> {
  const at = toInstant(now);
  const subject = String(id);
  await db.transaction(async (tx) => {
    const { answer, askedBy } = await getRequest(tx, id);
    if (!answer) {
      for (const to of sales) {
        const dedupeKey = `${seatRequestNotice.kind}:${id}:${personKey(to)}`;
        await enqueue(tx, { message: seatRequestNotice, subject, to, dedupeKey }, at);
      }
      return;
    }
    for (const shown of await liveMessageSubjects(tx, `${requestReference(id)}:`)) {
      await enqueue(tx, { message: seatRequestRefresh, subject, to: parsePersonKey(shown) }, at);
    }
    const dedupeKey = `${seatRequestAnswer.kind}:${id}`;
    await enqueue(tx, { message: seatRequestAnswer, subject, to: askedBy, dedupeKey }, at);
  });
}
