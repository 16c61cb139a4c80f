import { SYSTEM } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { moveLiveMessages } from '../../outbox/live-messages';
import { enqueue } from '../../outbox/outbox';
import type { ChannelChange } from '../../slack/channel-change';
import { findAccountOfChannel, lookingAgain, moveChannel } from './customer-accounts.sql';
import { customerUpdated } from './customer-changes';
import { enterChannel } from './customer-channel.messages';
import { reportChannel } from './report-channel';

/**
 * Applies a Slack channel event to the customer that owns the channel. Idempotent; ignores channels without a customer.
 */
export async function onChannelChanged(db: Database, change: ChannelChange, now: Now): Promise<void> {
  const apply = (tx: Database) => (change.kind === 'moved' ? move(tx, change, now) : see(tx, change, now));
  await lookingAgain(() => db.transaction(apply));
}

async function see(tx: Database, change: Exclude<ChannelChange, { kind: 'moved' }>, now: Now): Promise<void> {
  const at = toInstant(now);
  const { channel } = change;
  const account = await findAccountOfChannel(tx, channel);
  if (!account) return;
  if (change.kind === 'lost') await reportChannel(tx, account.id, change.error, undefined, at);
  else await enqueue(tx, { message: enterChannel, subject: String(account.id), channel }, at);
}

/**
 * Moves the live messages along with the channel. If another customer already owns the new id, the old channel counts
 * as unreachable until sales resolve it.
 */
async function move(tx: Database, { from, to }: Extract<ChannelChange, { kind: 'moved' }>, now: Now): Promise<void> {
  const account = await findAccountOfChannel(tx, from);
  if (!account) return;
  const { id, code } = account;
  if (await findAccountOfChannel(tx, to)) {
    return reportChannel(tx, id, 'channel_not_found', undefined, toInstant(now));
  }
  if (!(await moveChannel(tx, id, from, to))) return;
  await moveLiveMessages(tx, from, to);
  const details = { subject: code, customerId: id, before: { channel: from }, after: { channel: to } };
  const facts = { channel: to, hasMoved: true, hasAnotherDay: false, asker: undefined, inBulk: false };
  await record(tx, SYSTEM, now, customerUpdated(details, facts));
}
