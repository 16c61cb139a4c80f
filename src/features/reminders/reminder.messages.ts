import { today, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import { findLastActor } from '../../database/ledger';
import { TOO_LATE } from '../../outbox/delivery-attempt';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { post } from '../../outbox/post';
import { ofCustomer } from '../../slack/button-values';
import { isStillFor } from '../customers/notify-customer';
import { thresholdsPassed } from '../orders/alert';
import { orderGenerated } from '../orders/order-changes';
import { remindersOf } from './change-reminders';
import { forgetAlerts, markThresholdsPassed } from './expiry.sql';
import { parseReminderSubject, planDay } from './reminder';
import { expiryMessage, nothingToRemindMessage, reminderMessage } from './reminder.view';
import { remindersChanged, remindersSnoozed } from './reminder-changes';
import { getReminderSettings } from './reminder-settings.sql';
import { remindersChangedMessage } from './reminder-settings.view';
import { findOutcome, markTooLate } from './reminders.sql';
import { digestOf } from './seat-summary';

/** A customer's reminder for one day. If it is dead because it was too late, the next working day sends it. */
export const reminder = defineMessage({
  kind: 'reminder',
  deliver: sendReminder,
  customerOf: reminded,
  onGivenUp: async (tx, { subject }, error) => {
    const { customerId, day } = parseReminderSubject(subject);
    if (error === TOO_LATE && (await markTooLate(tx, customerId, day))) await forgetAlerts(tx, customerId, day);
  },
});

/** Shows one person the customer's current reminder. */
export const reminderTest = defineMessage({ kind: 'reminder.test', deliver: sendTestReminder, customerOf: reminded });

/** Reports in the channel that a person changed or paused the customer's reminders. */
export const remindersNotice = defineMessage({
  kind: 'reminder.changed',
  deliver: postRemindersChanged,
  customerOf: async (_tx, customerId) => Number(customerId),
});

/** Changed settings affect everyone in the channel, so the channel gets a notice. */
export const notifyOfReminders = on([remindersChanged, remindersSnoozed], async (tx, entries, { now }) => {
  for (const { customerId, facts } of entries) {
    const { channel } = facts.customer;
    if (!channel) continue;
    await enqueue(tx, { message: remindersNotice, subject: String(customerId), channel }, toInstant(now));
  }
});

/** Suppresses alerts for thresholds that a new order has already passed. */
export const passThresholds = on([orderGenerated], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    const { id, assignBy, customer } = facts;
    if (assignBy) await markThresholdsPassed(tx, id, thresholdsPassed(assignBy, today(now, customer.timezone)));
  }
});

async function reminded(_tx: unknown, subject: string): Promise<number> {
  return parseReminderSubject(subject).customerId;
}

/** Sends the day's digest, or only the expiry alert. Sends nothing if no seats remain to report. */
async function sendReminder(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db } = context;
  const { customerId, day } = parseReminderSubject(claimed.subject);
  if (!(await isStillFor(claimed, customerId, day, db))) return { kind: 'nothing' };
  const digest = await digestOf(db, customerId, day);
  if (digest.customer.archived) return { kind: 'nothing' };
  const isAlert = (await findOutcome(db, customerId, day)) === 'alert';
  if (isAlert ? digest.expiring.length === 0 : digest.total === 0) return { kind: 'nothing' };
  const t = context.translator(claimed.to ? await context.localeOf(claimed.to) : digest.customer.locale);
  const seats = claimed.to ? ofCustomer(digest.customer.code) : '';
  const message = isAlert ? expiryMessage(digest, seats, t) : reminderMessage(digest, seats, t);
  return post(claimed, message, context, digest.customer.channel);
}

/**
 * Sends a preview to one person, whatever the day. Uses their own language when reminders go out as direct messages.
 */
async function sendTestReminder(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { customerId, day } = parseReminderSubject(claimed.subject);
  const settings = await getReminderSettings(context.db, customerId);
  const { alertsThrough, isDayOff } = planDay(day, settings, context.calendar);
  const aheadThrough = isDayOff ? day : alertsThrough;
  const digest = await digestOf(context.db, customerId, day, { aheadThrough });
  const { to } = settings;
  const isDirect = to === 'direct' || !digest.customer.channel;
  const t = context.translator(isDirect && claimed.to ? await context.localeOf(claimed.to) : digest.customer.locale);
  const seats = ofCustomer(digest.customer.code);
  return post(
    claimed,
    digest.total > 0 ? reminderMessage(digest, seats, t) : nothingToRemindMessage(digest, t),
    context,
  );
}

/** Reports the new settings in the channel, with the person who changed them. */
async function postRemindersChanged(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now, calendar } = context;
  const reminders = await remindersOf(db, Number(claimed.subject), { now: now(), calendar });
  const { customer } = reminders;
  const by = await findLastActor(db, customer.code, [remindersChanged, remindersSnoozed]);
  return post(
    claimed,
    remindersChangedMessage(reminders, by, context.translator(customer.locale)),
    context,
    customer.channel,
  );
}
