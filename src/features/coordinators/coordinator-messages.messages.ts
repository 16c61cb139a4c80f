import type { Delivery } from '../../app/delivery';
import { isSame } from '../../core/person';
import { today, toInstant } from '../../core/time';
import type { Outcome, Turn } from '../../outbox/attempt';
import { enqueue } from '../../outbox/outbox';
import { findPosted, post } from '../../outbox/post';
import { refreshStanding } from '../../outbox/refresh';
import { saveStanding } from '../../outbox/standing-messages';
import { getCustomer } from '../customers/customers.sql';
import { findProductNames } from '../products/product-names.sql';
import { coordinatorMessage, delegationMessage, invitationMessage } from './coordinator-messages.view';
import { findCoordinator } from './coordinators.sql';
import { findDelegation } from './delegations.sql';
import { invitationReference } from './invitation';
import { getInvitation } from './invitations.sql';

/** Tells somebody what they may do for the customer now, or that they coordinate it no more. */
export async function tellCoordinator(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, localeOf } = delivery;
  const { to } = turn;
  if (!to) return { kind: 'nothing' };
  const customer = await getCustomer(db, Number(turn.subject));
  const coordinator = await findCoordinator(db, customer.id, to);
  const products = await findProductNames(db, coordinator?.products ?? []);
  const limits = coordinator && { products, quota: coordinator.quota };
  return post(turn, coordinatorMessage(customer, to, limits, delivery.translator(await localeOf(to))), delivery);
}

/** One that was withdrawn before anybody saw it is not shown any more. */
export async function showInvitation(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, now } = delivery;
  const { customer, state } = await getInvitation(db, Number(turn.subject));
  const channel = customer.channel ?? '';
  const outcome =
    state === 'open'
      ? await post(turn, await messageOf(turn, delivery), delivery, channel)
      : ((await findPosted(turn, channel, delivery)) ?? { kind: 'nothing' });
  if (outcome.kind !== 'sent') return outcome;
  await saveStanding(db, standingOf(turn), { channel: outcome.channel, ts: outcome.ts });
  const isOpen = (await getInvitation(db, Number(turn.subject))).state === 'open';
  // Withdrawn meanwhile: whoever did could not know of this message.
  if (outcome.isFound || !isOpen) {
    await enqueue(
      db,
      { kind: 'invitation.refresh', subject: turn.subject, channel: outcome.channel },
      toInstant(now()),
    );
  }
  return outcome;
}

/** Says on the message what became of the invitation, and takes the button off. */
export async function refreshInvitation(turn: Turn, delivery: Delivery): Promise<Outcome> {
  return refreshStanding(standingOf(turn), () => messageOf(turn, delivery), turn, delivery);
}

/** Nobody is told of one that went with its coordinator: they are told of that. */
export async function tellDelegation(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, localeOf, now } = delivery;
  const delegation = await findDelegation(db, Number(turn.subject));
  if (!delegation || !turn.to) return { kind: 'nothing' };
  const customer = await getCustomer(db, delegation.customerId);
  const told = { isDeputy: isSame(turn.to, delegation.to), day: today(now(), customer.timezone) };
  return post(
    turn,
    delegationMessage(customer, delegation, told, delivery.translator(await localeOf(turn.to))),
    delivery,
  );
}

async function messageOf({ subject }: Turn, { db, translator }: Delivery) {
  const invitation = await getInvitation(db, Number(subject));
  return invitationMessage(invitation, translator(invitation.customer.locale));
}

function standingOf({ subject }: Turn): string {
  return invitationReference(Number(subject));
}
