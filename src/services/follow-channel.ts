import type { ChannelChange } from '../domain/channel-change';
import { SYSTEM } from '../domain/person';
import { type Now, toInstant } from '../domain/time';
import { accountsOfChannel, moveChannel } from '../storage/customer-accounts';
import type { Database } from '../storage/database';
import { record } from '../storage/ledger';
import { enqueue } from '../storage/outbox';
import { moveStanding } from '../storage/standing-messages';
import { reportChannel } from './report-channel';
import { moveBoard } from './tell-customer';

/** Keeps customers' channels true to what happens in Slack. Safe to repeat; nothing where the channel is nobody's. */
export async function followChannel(db: Database, change: ChannelChange, now: Now): Promise<void> {
  await db.transaction((tx) => (change.kind === 'moved' ? move(tx, change, now) : see(tx, change, now)));
}

async function see(tx: Database, change: Exclude<ChannelChange, { kind: 'moved' }>, now: Now): Promise<void> {
  const at = toInstant(now);
  const { channel } = change;
  for (const { id } of await accountsOfChannel(tx, channel)) {
    if (change.kind === 'lost') await reportChannel(tx, id, change.error, undefined, at);
    else await enqueue(tx, { kind: 'channel.enter', subject: String(id), channel }, at);
  }
}

/** What stands in the channel has gone with it. */
async function move(tx: Database, { from, to }: Extract<ChannelChange, { kind: 'moved' }>, now: Now): Promise<void> {
  const accounts = await accountsOfChannel(tx, from);
  if (accounts.length > 0) await moveStanding(tx, from, to);
  for (const { id, code } of accounts) {
    if (!(await moveChannel(tx, id, from, to))) continue;
    const entry = { action: 'customer.updated' as const, subject: code, customerId: id };
    await record(tx, SYSTEM, now, { ...entry, before: { channel: from }, after: { channel: to } });
    await moveBoard(tx, id, now);
  }
}
