import type { WebClient } from '@slack/web-api';
import type { Locale } from '../domain/customer';
import type { Order } from '../domain/order';
import type { Identity } from '../domain/person';
import { parseInstant } from '../domain/time';
import type { Message } from '../slack/blocks';
import { translator } from '../slack/translate';
import { orderMessage, undeliveredMessage } from '../slack/views/order';
import type { Database } from '../storage/database';
import { findOrder } from '../storage/orders';
import { findMessage, isSuperseded, type OutboxEntry } from '../storage/outbox';
import { countUnassigned } from '../storage/seats';

export interface Delivery {
  client: WebClient;
  /** The language of somebody who works for us. */
  localeOf: (identity: Identity) => Promise<Locale>;
}

/** Where the message stands now, or why it has to wait. */
export type Outcome = { kind: 'sent'; channel: string; ts: string } | { kind: 'later'; why: string };

const EVENT_TYPE = 'seats_outbox';
const NOTHING_TO_DO: Outcome = { kind: 'sent', channel: '', ts: '' };

/** Says what the entry is about as things are now, not as they were when it was written. */
export async function deliver(db: Database, entry: OutboxEntry, delivery: Delivery): Promise<Outcome> {
  const order = await findOrder(db, entry.subject);
  if (!order) throw new Error(`Outbox entry ${entry.id} is about an unknown order ${entry.subject}.`);
  if (entry.kind === 'order.announce') return announce(db, entry, order, delivery);
  if (entry.kind === 'order.refresh') return refresh(db, entry, order, delivery);
  const error = (await findMessage(db, 'order.announce', entry.subject))?.error ?? '';
  const t = translator(await delivery.localeOf(order.generatedBy));
  return post(entry, order.generatedBy.userId, undeliveredMessage(order, error, t), delivery.client);
}

async function announce(db: Database, entry: OutboxEntry, order: Order, delivery: Delivery): Promise<Outcome> {
  const { channel } = order.customer;
  if (!channel) return NOTHING_TO_DO;
  const found = entry.maybeDone ? await lookFor(entry, channel, delivery.client) : undefined;
  return found ?? post(entry, channel, await currentMessage(db, order), delivery.client);
}

/** Changes the order's message in place; a later change waiting already says it all. */
async function refresh(db: Database, entry: OutboxEntry, order: Order, { client }: Delivery): Promise<Outcome> {
  if (await isSuperseded(db, entry)) return NOTHING_TO_DO;
  const first = await findMessage(db, 'order.announce', entry.subject);
  if (!first || first.state === 'dead') return NOTHING_TO_DO;
  if (first.state !== 'sent') return { kind: 'later', why: 'the message is not sent yet' };
  const { channel, ts } = first;
  if (!channel || !ts) return NOTHING_TO_DO;
  await client.chat.update({ channel, ts, ...(await currentMessage(db, order)) });
  return { kind: 'sent', channel, ts };
}

async function currentMessage(db: Database, order: Order): Promise<Message> {
  return orderMessage(order, await countUnassigned(db, order.id), translator(order.customer.locale));
}

async function post(entry: OutboxEntry, channel: string, message: Message, client: WebClient): Promise<Outcome> {
  const metadata = { event_type: EVENT_TYPE, event_payload: { key: entry.dedupeKey } };
  const sent = await client.chat.postMessage({ channel, ...message, metadata, unfurl_links: false });
  return { kind: 'sent', channel: sent.channel ?? channel, ts: sent.ts ?? '' };
}

/** Whether an earlier try did arrive although its answer was lost. */
async function lookFor(entry: OutboxEntry, channel: string, client: WebClient): Promise<Outcome | undefined> {
  const oldest = String(parseInstant(entry.createdAt).minus({ minutes: 1 }).toSeconds());
  let cursor: string | undefined;
  do {
    const page = await client.conversations.history({
      channel,
      oldest,
      limit: 200,
      include_all_metadata: true,
      ...(cursor && { cursor }),
    });
    const found = page.messages?.find((message) => keyOf(message.metadata?.event_payload) === entry.dedupeKey);
    if (found?.ts) return { kind: 'sent', channel, ts: found.ts };
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  return undefined;
}

function keyOf(payload: object | undefined): unknown {
  return payload && 'key' in payload ? payload.key : undefined;
}
