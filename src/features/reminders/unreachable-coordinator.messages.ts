import { on } from '../../database/changes';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue, parsePersonKey, personKey } from '../../outbox/outbox';
import { messageGivenUp } from '../../outbox/outbox-changes';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { findErrorTo } from '../../outbox/outbox-overview';
import { post } from '../../outbox/post';
import { isPersonError, PERSON_ERRORS } from '../../slack/failures';
import { findCoordinator } from '../coordinators/coordinators.sql';
import { findSeller } from '../customers/customer-orders.sql';
import { getCustomer } from '../customers/customers.sql';
import { getReminderSettings } from './reminder-settings.sql';
import { unreachableMessage } from './unreachable-coordinator.view';

/** Notifies the customer's seller that no message reaches a coordinator. */
export const unreachableCoordinator = defineMessage({
  kind: 'coordinator.unreachable',
  deliver: notifyUnreachable,
  isForgottenWhenDead: true,
});

/** Once per coordinator and seller, and again after a month, when the outbox forgets the entry. */
export const reportUnreachable = on([messageGivenUp], async (tx, entries) => {
  for (const { facts } of entries) {
    const { customerId, error } = facts;
    const { to: person, createdAt } = facts.entry;
    if (customerId === undefined || !person || !isPersonError(error)) continue;
    const isCoordinator = (await findCoordinator(tx, customerId, person)) !== undefined;
    const to = isCoordinator ? await findSeller(tx, customerId) : undefined;
    if (!to) continue;
    const subject = `${customerId}:${personKey(person)}`;
    const dedupeKey = `${unreachableCoordinator.kind}:${subject}:${personKey(to)}`;
    await enqueue(tx, { message: unreachableCoordinator, subject, to, dedupeKey }, createdAt);
  }
});

async function notifyUnreachable(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, localeOf } = context;
  const [customerId = '', key = ''] = claimed.subject.split(':');
  const person = parsePersonKey(key);
  const error = await findErrorTo(db, person, PERSON_ERRORS);
  // A retry reached the person meanwhile.
  if (!error) return { kind: 'nothing' };
  const customer = await getCustomer(db, Number(customerId));
  const { to } = await getReminderSettings(db, customer.id);
  const t = context.translator(claimed.to ? await localeOf(claimed.to) : customer.locale);
  return post(claimed, unreachableMessage({ person, customer, error, remindersTo: to }, t), context);
}
