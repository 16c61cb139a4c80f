import type { Delivery } from '../../app/delivery';
import type { Identity } from '../../core/person';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import type { Outcome, Turn } from '../../outbox/attempt';
import { enqueue, parsePersonKey, personKey } from '../../outbox/outbox';
import { findErrorTo } from '../../outbox/outbox-overview';
import { post } from '../../outbox/post';
import { PERSON_TROUBLE } from '../../slack/failures';
import { getCustomer } from '../customers/customers.sql';
import { unreachableMessage } from '../customers/seller.view';
import { findSeller } from '../orders/orders.sql';
import { getReminderSettings } from '../reminders/reminder-settings.sql';
import { findCoordinator } from './coordinators.sql';

/** Has whoever sold to the customer told of a coordinator whom nothing reaches: once, and again only when that is forgotten after a month. */
export async function reportUnreachable(
  tx: Database,
  customerId: number,
  person: Identity,
  at: Instant,
): Promise<void> {
  const isCoordinator = (await findCoordinator(tx, customerId, person)) !== undefined;
  const to = isCoordinator ? await findSeller(tx, customerId) : undefined;
  const subject = `${customerId}:${personKey(person)}`;
  if (!to) return;
  const dedupeKey = `coordinator.unreachable:${subject}:${personKey(to)}`;
  await enqueue(tx, { kind: 'coordinator.unreachable', subject, to, dedupeKey }, at);
}

export async function tellUnreachable(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, localeOf } = delivery;
  const [customerId = '', key = ''] = turn.subject.split(':');
  const person = parsePersonKey(key);
  const error = await findErrorTo(db, person, PERSON_TROUBLE);
  // What could not be said was given another chance, and arrived.
  if (!error) return { kind: 'nothing' };
  const customer = await getCustomer(db, Number(customerId));
  const { to } = await getReminderSettings(db, customer.id);
  const t = delivery.translator(turn.to ? await localeOf(turn.to) : customer.locale);
  return post(turn, unreachableMessage({ person, customer, error, remindersTo: to }, t), delivery);
}
