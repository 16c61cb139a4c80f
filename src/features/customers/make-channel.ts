import type { CustomerAccount } from '../../core/customer';
import type { Identity } from '../../core/identity';
import type { MessageContext } from '../../outbox/message';
import { classify } from '../../slack/failures';
import { coordinatorIdentities } from './active-coordinators.sql';
import { findAccountOfChannel } from './customer-accounts.sql';

/** Private, so the app must invite every reader. */
export async function makeChannel(name: string, context: MessageContext): Promise<string> {
  try {
    const { channel } = await context.client.conversations.create({ name, is_private: true });
    return channel?.id ?? '';
  } catch (error) {
    const isTaken = classify(error).error === 'name_taken';
    const ours = isTaken ? await findOurs(name, context) : undefined;
    if (!ours) throw error;
    return ours;
  }
}

/** A channel of that name that the app created and that no customer owns. */
async function findOurs(name: string, { client, db }: MessageContext): Promise<string | undefined> {
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

/**
 * Invites the person who asked and the coordinators from the same workspace; other coordinators join through Slack
 * Connect.
 */
export async function inviteReaders(
  { id, channelBy }: CustomerAccount,
  to: Identity | undefined,
  channel: string,
  { client, db, log }: MessageContext,
): Promise<void> {
  const owner = channelBy ?? to;
  const colleagues = (await coordinatorIdentities(db, id)).filter(({ teamId }) => teamId === owner?.teamId);
  const users = [owner, to, ...colleagues].flatMap((one) => one?.userId ?? []);
  for (const user of new Set(users)) {
    await client.conversations.invite({ channel, users: user }).catch((error) => {
      const failure = classify(error);
      if (failure.kind !== 'permanent') throw error;
      // Without this person nobody could see the private channel.
      if (user === owner?.userId && failure.error !== 'already_in_channel') throw error;
      log.info({ channel, user, error: failure.error }, 'A person could not be invited to the channel');
    });
  }
}
