import { parseReminderSubject } from '../domain/reminder';
import { digestOf } from '../services/standing';
import { translator } from '../slack/translate';
import { expiryMessage, nothingToRemindMessage, reminderMessage } from '../slack/views/reminder';
import { findOutcome } from '../storage/reminders';
import type { Delivery } from './delivery';
import { post } from './post';
import type { Outcome, Turn } from './sender';

/** The digest of the day, or only what expires where none is due. Nothing where nothing is left to say by now. */
export async function sendReminder(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db } = delivery;
  const { customerId, day } = parseReminderSubject(turn.subject);
  const digest = await digestOf(db, customerId, day);
  const isAlert = (await findOutcome(db, customerId, day)) === 'alert';
  if (isAlert ? digest.expiring.length === 0 : digest.total === 0) return { kind: 'nothing' };
  const t = translator(turn.to ? await delivery.localeOf(turn.to) : digest.customer.locale);
  const message = isAlert ? expiryMessage(digest, t) : reminderMessage(digest, t);
  return post(turn, message, delivery, digest.customer.channel);
}

/** Shows one person what would be sent, whatever the day. */
export async function sendTestReminder(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { customerId, day } = parseReminderSubject(turn.subject);
  const digest = await digestOf(delivery.db, customerId, day);
  const { locale } = digest.customer;
  const message =
    digest.total > 0 ? reminderMessage(digest, translator(locale)) : nothingToRemindMessage(digest, translator(locale));
  return post(turn, message, delivery);
}
