import type { Delivery } from '../../app/delivery';
import { findLastActor } from '../../database/ledger';
import type { Outcome, Turn } from '../../outbox/attempt';
import { post } from '../../outbox/post';
import { ofCustomer } from '../../slack/button-values';
import { isStillFor } from '../coordinators/on-duty.messages';
import { remindersOf } from './change-reminders';
import { parseReminderSubject } from './reminder';
import { expiryMessage, nothingToRemindMessage, reminderMessage } from './reminder.view';
import { getReminderSettings } from './reminder-settings.sql';
import { remindersChangedMessage } from './reminder-settings.view';
import { findOutcome } from './reminders.sql';
import { digestOf } from './standing';

/** The digest of the day, or only what expires where none is due. Nothing where nothing is left to say by now. */
export async function sendReminder(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db } = delivery;
  const { customerId, day } = parseReminderSubject(turn.subject);
  if (!(await isStillFor(turn, customerId, day, db))) return { kind: 'nothing' };
  const digest = await digestOf(db, customerId, day);
  if (digest.customer.archived) return { kind: 'nothing' };
  const isAlert = (await findOutcome(db, customerId, day)) === 'alert';
  if (isAlert ? digest.expiring.length === 0 : digest.total === 0) return { kind: 'nothing' };
  const t = delivery.translator(turn.to ? await delivery.localeOf(turn.to) : digest.customer.locale);
  const seats = turn.to ? ofCustomer(digest.customer.code) : '';
  const message = isAlert ? expiryMessage(digest, seats, t) : reminderMessage(digest, seats, t);
  return post(turn, message, delivery, digest.customer.channel);
}

/** Shows one person what would be sent, whatever the day: in their own language where each is told by themselves. */
export async function sendTestReminder(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { customerId, day } = parseReminderSubject(turn.subject);
  const digest = await digestOf(delivery.db, customerId, day, { isAhead: true });
  const { to } = await getReminderSettings(delivery.db, customerId);
  const isDirect = to === 'direct' || !digest.customer.channel;
  const t = delivery.translator(isDirect && turn.to ? await delivery.localeOf(turn.to) : digest.customer.locale);
  const seats = ofCustomer(digest.customer.code);
  return post(turn, digest.total > 0 ? reminderMessage(digest, seats, t) : nothingToRemindMessage(digest, t), delivery);
}

/** Says in the channel how reminders come from now on, and who wanted it so. */
export async function tellRemindersChanged(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, now, calendar } = delivery;
  const reminders = await remindersOf(db, Number(turn.subject), { now: now(), calendar });
  const { customer } = reminders;
  const by = await findLastActor(db, customer.code, ['reminders.changed', 'reminders.snoozed']);
  return post(
    turn,
    remindersChangedMessage(reminders, by, delivery.translator(customer.locale)),
    delivery,
    customer.channel,
  );
}
