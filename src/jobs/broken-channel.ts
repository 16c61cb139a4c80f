import { parseReminderSubject } from '../domain/reminder';
import { isChannelTrouble, isPersonTrouble } from '../slack/failures';
import { translator } from '../slack/translate';
import { brokenChannelMessage } from '../slack/views/seller';
import { getCustomer, markChannelBroken } from '../storage/customers';
import type { Database } from '../storage/database';
import { findSeller, getOrder } from '../storage/orders';
import { enqueue } from '../storage/outbox';
import type { OutboxEntry } from '../storage/outbox-turns';
import { getRequest } from '../storage/requests';
import type { Outcome, Turn } from './attempt';
import type { Delivery } from './delivery';
import { post } from './post';
import { reportUnreachable } from './unreachable-coordinator';

/** What follows when a message is given up: whoever can mend it is told, once until it is mended. */
export async function afterGivingUp(tx: Database, entry: OutboxEntry, error: string): Promise<void> {
  const { kind, subject, to: person, createdAt: at } = entry;
  if (kind === 'order.announce') {
    const { generatedBy: to } = await getOrder(tx, subject);
    await enqueue(tx, { kind: 'order.undelivered', subject, to }, at);
  }
  const customerId = await customerOf(tx, entry);
  if (customerId === undefined) return;
  if (person && isPersonTrouble(error)) await reportUnreachable(tx, customerId, person, at);
  if (person || !isChannelTrouble(error)) return;
  if (!(await markChannelBroken(tx, customerId, error)) || kind === 'order.announce') return;
  const to = await findSeller(tx, customerId);
  if (to) await enqueue(tx, { kind: 'channel.broken', subject: String(customerId), to }, at);
}

export async function tellBrokenChannel(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const customer = await getCustomer(delivery.db, Number(turn.subject));
  if (!customer.channelError) return { kind: 'nothing' };
  const t = translator(turn.to ? await delivery.localeOf(turn.to) : customer.locale);
  return post(turn, brokenChannelMessage(customer, customer.channelError, t), delivery);
}

/** Whose channel it was for, or whose coordinator; undefined when it was for sales, or for nobody outside. */
async function customerOf(tx: Database, { kind, subject }: OutboxEntry): Promise<number | undefined> {
  switch (kind) {
    case 'reminder':
    case 'reminder.test':
      return parseReminderSubject(subject).customerId;
    case 'reminder.changed':
    case 'board.refresh':
      return Number(subject);
    case 'order.announce':
    case 'order.refresh':
    case 'stock.low':
      return (await getOrder(tx, subject)).customer.id;
    case 'request.answered':
      return (await getRequest(tx, Number(subject))).customer.id;
    default:
      return undefined;
  }
}
