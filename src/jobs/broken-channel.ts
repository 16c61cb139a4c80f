import { parseReminderSubject } from '../domain/reminder';
import { isChannelTrouble } from '../slack/failures';
import { translator } from '../slack/translate';
import { brokenChannelMessage } from '../slack/views/seller';
import { getCustomer, markChannelBroken } from '../storage/customers';
import type { Database } from '../storage/database';
import { findSeller, getOrder } from '../storage/orders';
import { enqueue, type OutboxEntry } from '../storage/outbox';
import type { Delivery } from './delivery';
import { post } from './post';
import type { Outcome, Turn } from './sender';

/** What follows when a message is given up: whoever can mend it is told, once until it is mended. */
export async function afterGivingUp(tx: Database, entry: OutboxEntry, error: string): Promise<void> {
  const { kind, subject, createdAt: at } = entry;
  if (kind === 'order.announce') {
    const { generatedBy: to } = await getOrder(tx, subject);
    await enqueue(tx, { kind: 'order.undelivered', subject, to, dedupeKey: `order.undelivered:${entry.id}` }, at);
  }
  if (entry.to || !isChannelTrouble(error)) return;
  const customerId = await customerOf(tx, entry);
  if (!(await markChannelBroken(tx, customerId, error)) || kind === 'order.announce') return;
  const to = await findSeller(tx, customerId);
  if (!to) return;
  const dedupeKey = `channel.broken:${entry.id}`;
  await enqueue(tx, { kind: 'channel.broken', subject: String(customerId), to, dedupeKey }, at);
}

export async function tellBrokenChannel(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const customer = await getCustomer(delivery.db, Number(turn.subject));
  if (!customer.channelError) return { kind: 'nothing' };
  const t = translator(turn.to ? await delivery.localeOf(turn.to) : customer.locale);
  return post(turn, brokenChannelMessage(customer, customer.channelError, t), delivery);
}

async function customerOf(tx: Database, { kind, subject }: OutboxEntry): Promise<number> {
  switch (kind) {
    case 'reminder':
      return parseReminderSubject(subject).customerId;
    case 'reminder.changed':
    case 'board.refresh':
      return Number(subject);
    default:
      return (await getOrder(tx, subject)).customer.id;
  }
}
