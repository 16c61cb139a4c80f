import type { Delivery } from '../../app/delivery';
import type { CustomerAccount } from '../../core/customer';
import { type Identity, SYSTEM } from '../../core/person';
import { type Instant, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import type { Outcome, Turn } from '../../outbox/attempt';
import { post } from '../../outbox/post';
import { findStanding, saveStanding } from '../../outbox/standing-messages';
import { UNSHARED } from '../../slack/channel-change';
import { classify } from '../../slack/failures';
import { coordinatorsOf } from '../coordinators/coordinators.sql';
import { findAccountOfChannel, getAccount } from './customer-accounts.sql';
import { noteBroken, noteReached, reportChannel } from './report-channel';
import { linkNewChannel, welcome, welcomeSubject } from './set-up-channel';
import { welcomeMessage } from './welcome.view';

const NOTHING: Outcome = { kind: 'nothing' };

/**
 * Makes the channel, invites, then links it. A crash before it is made leaves nothing; one before it is linked leaves a
 * channel of ours that the next try finds by its name, since Slack refuses to make a second one, and inviting again does
 * no harm; linked is done, with the welcome queued in the same transaction. A name changed meanwhile leaves the channel unlinked.
 */
export async function createChannel(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const account = await getAccount(delivery.db, Number(turn.subject));
  const { newChannel: name, archived } = account;
  if (!name || archived) return NOTHING;
  if (!turn.mayPost()) return { kind: 'later', why: 'too little time was left' };
  const channel = await makeChannel(name, delivery);
  await invite(account, turn.to, channel, delivery);
  await linkNewChannel(delivery.db, account, channel, turn.to ?? SYSTEM, delivery.now());
  return NOTHING;
}

/** Private: whoever is to see what is said to a customer is invited. */
async function makeChannel(name: string, delivery: Delivery): Promise<string> {
  try {
    const { channel } = await delivery.client.conversations.create({ name, is_private: true });
    return channel?.id ?? '';
  } catch (error) {
    const isTaken = classify(error).error === 'name_taken';
    const ours = isTaken ? await findOurs(name, delivery) : undefined;
    if (!ours) throw error;
    return ours;
  }
}

/** A channel of that name that we made and that nobody has. */
async function findOurs(name: string, { client, db }: Delivery): Promise<string | undefined> {
  const { user_id: bot } = await client.auth.test();
  const settings = { types: 'private_channel', exclude_archived: true, limit: 200 };
  let cursor: string | undefined;
  do {
    const page = await client.conversations.list({ ...settings, ...(cursor && { cursor }) });
    const id = page.channels?.find((one) => one.name === name && one.creator === bot)?.id;
    if (id) return (await findAccountOfChannel(db, id)) ? undefined : id;
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  return undefined;
}

/** Whoever wanted the channel, and the coordinators of the same workspace; others come by sharing it. */
async function invite(
  { id, channelBy }: CustomerAccount,
  to: Identity | undefined,
  channel: string,
  { client, db, log }: Delivery,
): Promise<void> {
  const owner = channelBy ?? to;
  const colleagues = (await coordinatorsOf(db, id)).filter(({ teamId }) => teamId === owner?.teamId);
  const users = [owner, to, ...colleagues].flatMap((one) => one?.userId ?? []);
  for (const user of new Set(users)) {
    await client.conversations.invite({ channel, users: user }).catch((error) => {
      const failure = classify(error);
      if (failure.kind !== 'permanent') throw error;
      // Without whoever wanted it nobody would ever see it.
      if (user === owner?.userId && failure.error !== 'already_in_channel') throw error;
      log.info({ channel, user, error: failure.error }, 'Somebody was not invited');
    });
  }
}

/**
 * Looks whether we and the customer's coordinators are in its channel, goes in where anybody may, and says hello once. Safe
 * to repeat.
 */
export async function enterChannel(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const account = await getAccount(delivery.db, Number(turn.subject));
  return look(account, delivery, async (tx, trouble, at) => {
    if (trouble) await reportChannel(tx, account.id, trouble, turn.to, at);
    if (!trouble || trouble === UNSHARED) await welcome(tx, account, at);
  });
}

/** The same where an import chose the channel: a mark that people find is enough. */
export async function checkChannel(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const account = await getAccount(delivery.db, Number(turn.subject));
  return look(account, delivery, async (tx, trouble, at) => {
    if (trouble) await noteBroken(tx, account.id, trouble, at);
  });
}

/** What is in the way, if anything, is followed in the transaction that notes down what was seen. */
async function look(
  { id, channel, archived }: CustomerAccount,
  { db, client, now }: Delivery,
  follow: (tx: Database, trouble: string | undefined, at: Instant) => Promise<void>,
): Promise<Outcome> {
  if (!channel || archived) return NOTHING;
  const { channel: found } = await client.conversations.info({ channel });
  const isOut = found?.is_private && !found.is_member;
  const trouble = found?.is_archived ? 'is_archived' : isOut ? 'not_in_channel' : undefined;
  if (!trouble && !found?.is_member) await client.conversations.join({ channel });
  const home = found?.is_shared ? undefined : found?.context_team_id;
  const at = toInstant(now());
  await db.transaction(async (tx) => {
    const isSeenByAll = !(await isHiddenFromSome(tx, id, home));
    if (!trouble) await noteReached(tx, channel, at, { isSeenByAll });
    await follow(tx, trouble ?? (isSeenByAll ? undefined : UNSHARED), at);
  });
  return NOTHING;
}

/** Where a channel belongs to one workspace alone, coordinators of another company see nothing of it. */
async function isHiddenFromSome(tx: Database, customerId: number, home: string | undefined): Promise<boolean> {
  return home !== undefined && (await coordinatorsOf(tx, customerId)).some(({ teamId }) => teamId !== home);
}

/** Once in a channel, whatever is pressed or repeated. */
export async function welcomeCustomer(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db } = delivery;
  const account = await getAccount(db, Number(turn.subject));
  const { channel, channelBy, archived } = account;
  const subject = welcomeSubject(account.id);
  if (!channel || !channelBy || archived || (await findStanding(db, subject))?.channel === channel) return NOTHING;
  const outcome = await post(
    turn,
    welcomeMessage(account, channelBy, delivery.translator(account.locale)),
    delivery,
    channel,
  );
  if (outcome.kind === 'sent') await saveStanding(db, subject, { channel, ts: outcome.ts });
  return outcome;
}
