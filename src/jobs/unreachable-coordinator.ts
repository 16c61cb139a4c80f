import type { Identity } from '../domain/person';
import type { Instant } from '../domain/time';
import { PERSON_TROUBLE } from '../slack/failures';
import { translator } from '../slack/translate';
import { unreachableMessage } from '../slack/views/seller';
import { findCoordinator } from '../storage/coordinators';
import { getCustomer } from '../storage/customers';
import type { Database } from '../storage/database';
import { findSeller } from '../storage/orders';
import { enqueue, parsePersonKey, personKey } from '../storage/outbox';
import { findErrorTo } from '../storage/outbox-overview';
import { getReminderSettings } from '../storage/reminder-settings';
import type { Outcome, Turn } from './attempt';
import type { Delivery } from './delivery';
import { post } from './post';

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
  const t = translator(turn.to ? await localeOf(turn.to) : customer.locale);
  return post(turn, unreachableMessage({ person, customer, error, remindersTo: to }, t), delivery);
}
