import type { CustomerAccount } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { SYSTEM } from '../../core/person';
import { type Instant, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue, enqueueMany } from '../../outbox/outbox';
import type { ClaimedMessage, OutboxEntry } from '../../outbox/outbox-entry';
import { UNSHARED } from '../../slack/channel-change';
import { coordinatorIdentities } from './active-coordinators.sql';
import { getAccount } from './customer-accounts.sql';
import { customerCreated, customerRestored, customerUpdated } from './customer-changes';
import { linkNewChannel } from './link-channel';
import { inviteReaders, makeChannel } from './make-channel';
import { noteBroken, noteReached, reportChannel } from './report-channel';
import { welcome } from './welcome.messages';

/** Creates the customer's channel under the requested name, and links it. */
export const createChannel = defineMessage({
  kind: 'channel.create',
  method: 'conversations.create',
  deliver: makeAndLink,
  onGivenUp: reportToAsker,
});

/** Checks that the app can reach the customer's channel, and joins it if no invitation is needed. */
export const enterChannel = defineMessage({
  kind: 'channel.enter',
  method: 'conversations.info',
  deliver: lookAndEnter,
  onGivenUp: reportToAsker,
});

/** Checks a channel that came from an import. Imports check many channels, so this notifies nobody. */
export const checkChannel = defineMessage({
  kind: 'channel.check',
  method: 'conversations.info',
  deliver: lookOnly,
  onGivenUp: async (tx, { subject, createdAt }, error) => {
    await noteBroken(tx, Number(subject), error, createdAt);
  },
});

/** Sets up the channel after a change of channel or a restore. */
export const setUpChannels = on([customerCreated, customerUpdated, customerRestored], async (tx, entries, { now }) => {
  const at = toInstant(now);
  for (const { customerId = 0, facts } of entries) {
    if (facts.asker) await setUpChannel(tx, await getAccount(tx, customerId), facts.asker, at);
  }
  const chosen = entries.filter(({ facts }) => facts.inBulk && facts.hasMoved && facts.channel);
  await enqueueMany(
    tx,
    chosen.map(({ customerId }) => ({ message: checkChannel, subject: String(customerId) })),
    at,
  );
});

/** Queues a message that creates the channel, or checks and joins it. A failure notifies `to`. */
export async function setUpChannel(
  tx: Database,
  { id, channel, newChannel }: Pick<CustomerAccount, 'id' | 'channel' | 'newChannel'>,
  to: Identity,
  at: Instant,
): Promise<void> {
  const subject = String(id);
  if (newChannel) await enqueue(tx, { message: createChannel, subject, to }, at);
  else if (channel) await enqueue(tx, { message: enterChannel, subject, to }, at);
}

async function reportToAsker(tx: Database, { subject, to, createdAt }: OutboxEntry, error: string): Promise<void> {
  await reportChannel(tx, Number(subject), error, to, createdAt);
}

const NOTHING: Outcome = { kind: 'nothing' };

/**
 * Creates the channel, invites people, then links it. Safe to crash anywhere: the next attempt finds our unlinked
 * channel by its name, because Slack refuses a second one, and repeated invitations do no harm. The link and the
 * welcome commit together. If the requested name changes meanwhile, the channel stays unlinked.
 */
async function makeAndLink(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const account = await getAccount(context.db, Number(claimed.subject));
  const { newChannel: name, archived } = account;
  if (!name || archived) return NOTHING;
  if (!claimed.mayPost()) return { kind: 'later', why: 'too little time was left' };
  const channel = await makeChannel(name, context);
  await inviteReaders(account, claimed.to, channel, context);
  await linkNewChannel(context.db, account, channel, claimed.to ?? SYSTEM, context.now());
  return NOTHING;
}

/**
 * Checks that the app and the customer's coordinators can see the channel, joins a public one, and queues one welcome.
 * Idempotent.
 */
async function lookAndEnter(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const account = await getAccount(context.db, Number(claimed.subject));
  return look(account, context, async (tx, error, at) => {
    if (error) await reportChannel(tx, account.id, error, claimed.to, at);
    if (!error || error === UNSHARED) await welcome(tx, account, at);
  });
}

/** For a channel from an import: marks the customer and notifies nobody. */
async function lookOnly(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const account = await getAccount(context.db, Number(claimed.subject));
  return look(account, context, async (tx, error, at) => {
    if (error) await noteBroken(tx, account.id, error, at);
  });
}

/** `afterwards` runs in the transaction that records the channel's state. */
async function look(
  { id, channel, archived }: CustomerAccount,
  { db, client, now }: MessageContext,
  afterwards: (tx: Database, error: string | undefined, at: Instant) => Promise<void>,
): Promise<Outcome> {
  if (!channel || archived) return NOTHING;
  const { channel: found } = await client.conversations.info({ channel });
  const isOut = found?.is_private && !found.is_member;
  const error = found?.is_archived ? 'is_archived' : isOut ? 'not_in_channel' : undefined;
  if (!error && !found?.is_member) await client.conversations.join({ channel });
  const home = found?.is_shared ? undefined : found?.context_team_id;
  const at = toInstant(now());
  await db.transaction(async (tx) => {
    const isSeenByAll = !(await isHiddenFromSome(tx, id, home));
    if (!error) await noteReached(tx, channel, at, { isSeenByAll });
    await afterwards(tx, error ?? (isSeenByAll ? undefined : UNSHARED), at);
  });
  return NOTHING;
}

/** Coordinators from another workspace cannot see a channel that belongs to one workspace only. */
async function isHiddenFromSome(tx: Database, customerId: number, home: string | undefined): Promise<boolean> {
  return home !== undefined && (await coordinatorIdentities(tx, customerId)).some(({ teamId }) => teamId !== home);
}
