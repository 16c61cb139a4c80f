import { isSame } from '../../core/person';
import { today, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import { coordinationsOf } from '../../database/coordinations';
import type { Database } from '../../database/database';
import type { ClaimedMessage } from '../../outbox/claims';
import { saveLiveMessage } from '../../outbox/live-messages';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue } from '../../outbox/outbox';
import { findPosted, post } from '../../outbox/post';
import { refreshLiveMessage } from '../../outbox/refresh-live-message';
import { getCustomer } from '../customers/customers.sql';
import { findProductNames } from '../products/product-names.sql';
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

/** Tells a person that they coordinate a customer's seats now, with which limits, or no more. */
export const coordinatorNotice = defineMessage({
  kind: 'coordinator.changed',
  deliver: tellCoordinator,
  customerOf: async (_tx, customerId) => Number(customerId),
});

/** Invites a person in the customer's channel. */
export const invitationNotice = defineMessage({
  kind: 'invitation.show',
  deliver: showInvitation,
  customerOf: inviting,
});

/** That message, brought up to date in place. */
export const invitationRefresh = defineMessage({
  kind: 'invitation.refresh',
  deliver: refreshInvitation,
  customerOf: inviting,
});

/** Tells a coordinator and the person who stands in for them when that is, or that it has ended. */
export const delegationNotice = defineMessage({ kind: 'delegation.changed', deliver: tellDelegation });

async function inviting(tx: Database, id: string): Promise<number> {
  return (await getInvitation(tx, Number(id))).customer.id;
}

export const tellCoordinators = on([coordinatorAdded, coordinatorChanged], async (tx, entries, { now }) => {
  for (const { customerId, facts } of entries) {
    const { person: to, isTold, inBulk } = facts;
    if (isTold || inBulk) continue;
    await enqueue(tx, { message: coordinatorNotice, subject: String(customerId), to }, toInstant(now));
  }
});

/** Those who may still do something for the customer, by another way, hear nothing. */
export const tellRemoved = on([coordinatorRemoved], async (tx, entries, { now }) => {
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

export const tellDelegates = on([delegationSet, delegationEnded], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    for (const to of facts.people) {
      await enqueue(tx, { message: delegationNotice, subject: String(facts.id), to }, toInstant(now));
    }
  }
});

/** Tells somebody what they may do for the customer now, or that they coordinate it no more. */
async function tellCoordinator(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, localeOf } = context;
  const { to } = claimed;
  if (!to) return { kind: 'nothing' };
  const customer = await getCustomer(db, Number(claimed.subject));
  const coordinator = await findCoordinator(db, customer.id, to);
  const products = await findProductNames(db, coordinator?.products ?? []);
  const limits = coordinator && { products, quota: coordinator.quota };
  return post(claimed, coordinatorMessage(customer, to, limits, context.translator(await localeOf(to))), context);
}

/** One that was withdrawn before anybody saw it is not shown any more. */
async function showInvitation(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now } = context;
  const { customer, state } = await getInvitation(db, Number(claimed.subject));
  const channel = customer.channel ?? '';
  const outcome =
    state === 'open'
      ? await post(claimed, await messageOf(claimed, context), context, channel)
      : ((await findPosted(claimed, channel, context)) ?? { kind: 'nothing' });
  if (outcome.kind !== 'sent') return outcome;
  await saveLiveMessage(db, standingOf(claimed), { channel: outcome.channel, ts: outcome.ts });
  const isOpen = (await getInvitation(db, Number(claimed.subject))).state === 'open';
  // Withdrawn meanwhile: whoever did could not know of this message.
  if (outcome.isFound || !isOpen) {
    await enqueue(
      db,
      { message: invitationRefresh, subject: claimed.subject, channel: outcome.channel },
      toInstant(now()),
    );
  }
  return outcome;
}

/** Says on the message what became of the invitation, and takes the button off. */
async function refreshInvitation(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  return refreshLiveMessage(standingOf(claimed), () => messageOf(claimed, context), claimed, context);
}

/** Nobody is told of one that went with its coordinator: they are told of that. */
async function tellDelegation(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, localeOf, now } = context;
  const delegation = await findDelegation(db, Number(claimed.subject));
  if (!delegation || !claimed.to) return { kind: 'nothing' };
  const customer = await getCustomer(db, delegation.customerId);
  const told = { isDeputy: isSame(claimed.to, delegation.to), day: today(now(), customer.timezone) };
  return post(
    claimed,
    delegationMessage(customer, delegation, told, context.translator(await localeOf(claimed.to))),
    context,
  );
}

async function messageOf({ subject }: ClaimedMessage, { db, translator }: MessageContext) {
  const invitation = await getInvitation(db, Number(subject));
  return invitationMessage(invitation, translator(invitation.customer.locale));
}

function standingOf({ subject }: ClaimedMessage): string {
  return invitationReference(Number(subject));
}
