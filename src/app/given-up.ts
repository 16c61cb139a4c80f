import { type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import { getInvitation } from '../features/coordinators/invitations.sql';
import { reportUnreachable } from '../features/coordinators/unreachable-coordinator.messages';
import { noteBroken, reportChannel, tellKeeper } from '../features/customers/report-channel';
import { queueHomes } from '../features/home/follow-homes';
import { giveBackImport } from '../features/imports/sheet-imports';
import { forgetAlerts } from '../features/orders/expiry.sql';
import { getOrder } from '../features/orders/orders.sql';
import { parseReminderSubject } from '../features/reminders/reminder';
import { markTooLate } from '../features/reminders/reminders.sql';
import { getAccessRequest } from '../features/requests/access-requests.sql';
import { getRequest } from '../features/requests/requests.sql';
import { TOO_LATE } from '../outbox/attempt';
import { enqueue, OF_HOMES } from '../outbox/outbox';
import type { OutboxEntry } from '../outbox/outbox-turns';
import { isChannelTrouble, isPersonTrouble } from '../slack/failures';

/** What follows when a message is given up: whoever can mend it is told, once until it is mended. */
export async function afterGivingUp(tx: Database, entry: OutboxEntry, error: string, now: Now): Promise<void> {
  await follow(tx, entry, error, now);
  // A Home that could not be shown must not be what shows it again.
  if (!OF_HOMES.includes(entry.kind)) await queueHomes(tx, 'health', entry.createdAt);
}

async function follow(tx: Database, entry: OutboxEntry, error: string, now: Now): Promise<void> {
  const { kind, subject, to: person, createdAt: at } = entry;
  if (kind === 'order.announce') {
    const { generatedBy: to } = await getOrder(tx, subject);
    await enqueue(tx, { kind: 'order.undelivered', subject, to }, at);
  }
  if (kind === 'reminder' && error === TOO_LATE) await takeBackReminder(tx, subject);
  if (kind === 'channel.create' || kind === 'channel.enter') {
    return reportChannel(tx, Number(subject), error, person, at);
  }
  if (kind === 'import.write' && person) return giveBackImport(tx, subject, person, toInstant(now));
  if (kind === 'channel.check') {
    await noteBroken(tx, Number(subject), error, at);
    return;
  }
  const customerId = await customerOf(tx, entry);
  if (customerId === undefined) return;
  if (person && isPersonTrouble(error)) await reportUnreachable(tx, customerId, person, at);
  if (person || !isChannelTrouble(error)) return;
  if (!(await noteBroken(tx, customerId, error, at)) || kind === 'order.announce') return;
  await tellKeeper(tx, customerId, undefined, at);
}

/** What nobody got leaves the week's reminder, and what expires, to the next working day. */
async function takeBackReminder(tx: Database, subject: string): Promise<void> {
  const { customerId, day } = parseReminderSubject(subject);
  if (await markTooLate(tx, customerId, day)) await forgetAlerts(tx, customerId, day);
}

/** Whose channel it was for, or whose coordinator; undefined when it was for sales, or for nobody outside. */
async function customerOf(tx: Database, { kind, subject }: OutboxEntry): Promise<number | undefined> {
  switch (kind) {
    case 'reminder':
    case 'reminder.test':
      return parseReminderSubject(subject).customerId;
    case 'reminder.changed':
    case 'board.refresh':
    case 'coordinator.changed':
    case 'customer.welcome':
      return Number(subject);
    case 'order.announce':
    case 'order.refresh':
    case 'stock.low':
      return (await getOrder(tx, subject)).customer.id;
    case 'request.answered':
      return (await getRequest(tx, Number(subject))).customer.id;
    case 'access.answered':
      return (await getAccessRequest(tx, Number(subject))).customer.id;
    case 'invitation.show':
    case 'invitation.refresh':
      return (await getInvitation(tx, Number(subject))).customer.id;
    default:
      return undefined;
  }
}
