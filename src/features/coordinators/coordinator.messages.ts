import { isSame } from '../../core/identity';
import { today, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import { answerableMessages } from '../../outbox/answerable';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { post } from '../../outbox/post';
import { getCustomer } from '../customers/customers.sql';
import { findProductNames } from '../products/product-names.sql';
import { coordinationsOf } from '../roles/coordinations.sql';
import {
  coordinatorAdded,
  coordinatorChanged,
  coordinatorInvited,
  coordinatorRemoved,
  delegationEnded,
  delegationSet,
  invitationAccepted,
  invitationWithdrawn,
} from './coordinator-changes';
import { coordinatorMessage, delegationMessage, invitationMessage } from './coordinator-messages.view';
import { findCoordinator } from './coordinators.sql';
import { findDelegation } from './delegations.sql';
import { invitationReference } from './invitation';
import { getInvitation } from './invitations.sql';

/** Notifies a person of their rights as coordinator, or that they no longer coordinate. */
export const coordinatorNotice = defineMessage({
  kind: 'coordinator.changed',
  deliver: notifyCoordinator,
  customerOf: async (_tx, customerId) => Number(customerId),
});

/** Invites a person in the customer's channel, and updates that message with the answer. */
export const { notice: invitationNotice, refresh: invitationRefresh } = answerableMessages({
  name: 'invitation',
  reference: invitationReference,
  load: getInvitation,
  isOpen: ({ state }) => state === 'open',
  compose: async (invitation, _claimed, { translator }) =>
    invitationMessage(invitation, translator(invitation.customer.locale)),
  channelOf: ({ customer }) => customer.channel,
  customerOf: async (tx, id) => (await getInvitation(tx, Number(id))).customer.id,
});

/** Notifies the coordinator and the delegate that a delegation started or ended. */
export const delegationNotice = defineMessage({ kind: 'delegation.changed', deliver: notifyOfDelegation });

export const notifyCoordinators = on([coordinatorAdded, coordinatorChanged], async (tx, entries, { now }) => {
  for (const { customerId, facts } of entries) {
    const { person: to, isNotified, inBulk } = facts;
    if (isNotified || inBulk) continue;
    await enqueue(tx, { message: coordinatorNotice, subject: String(customerId), to }, toInstant(now));
  }
});

/** Skips people who can still act for the customer in another way. */
export const notifyRemoved = on([coordinatorRemoved], async (tx, entries, { now }) => {
  for (const { customerId, facts } of entries) {
    for (const to of facts.people) {
      const rest = await coordinationsOf(tx, to, now);
      if (rest.some((one) => one.customerId === customerId)) continue;
      await enqueue(tx, { message: coordinatorNotice, subject: String(customerId), to }, toInstant(now));
    }
  }
});

export const showNewInvitation = on([coordinatorInvited], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    const { id, channel } = facts;
    const dedupeKey = `${invitationNotice.kind}:${id}`;
    await enqueue(tx, { message: invitationNotice, subject: String(id), channel, dedupeKey }, toInstant(now));
  }
});

export const refreshAnsweredInvitation = on([invitationAccepted, invitationWithdrawn], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    const { id, channel } = facts;
    await enqueue(tx, { message: invitationRefresh, subject: String(id), channel }, toInstant(now));
  }
});

export const notifyDelegates = on([delegationSet, delegationEnded], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    for (const to of facts.people) {
      await enqueue(tx, { message: delegationNotice, subject: String(facts.id), to }, toInstant(now));
    }
  }
});

async function notifyCoordinator(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, localeOf } = context;
  const { to } = claimed;
  if (!to) return { kind: 'nothing' };
  const customer = await getCustomer(db, Number(claimed.subject));
  const coordinator = await findCoordinator(db, customer.id, to);
  const products = await findProductNames(db, coordinator?.products ?? []);
  const limits = coordinator && { products, quota: coordinator.quota };
  return post(claimed, coordinatorMessage(customer, to, limits, context.translator(await localeOf(to))), context);
}

/** Skips a delegation that ended with its coordinator's removal: that has its own notice. */
async function notifyOfDelegation(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, localeOf, now } = context;
  const delegation = await findDelegation(db, Number(claimed.subject));
  if (!delegation || !claimed.to) return { kind: 'nothing' };
  const customer = await getCustomer(db, delegation.customerId);
  const reader = { isDelegate: isSame(claimed.to, delegation.to), day: today(now(), customer.timezone) };
  return post(
    claimed,
    delegationMessage(customer, delegation, reader, context.translator(await localeOf(claimed.to))),
    context,
  );
}
