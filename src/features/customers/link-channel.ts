import type { CustomerAccount } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { findAccountOfChannel, getAccount, linkChannel, lookingAgain } from './customer-accounts.sql';
import { customerUpdated } from './customer-changes';
import { reportChannel } from './report-channel';
import { welcome } from './welcome.messages';

/**
 * Gives the customer the channel that was made for it. Nothing when by now another one is wanted; when somebody gave it to
 * another customer meanwhile, it is as if the name had been taken before.
 */
export async function linkNewChannel(
  db: Database,
  account: CustomerAccount,
  channel: string,
  by: Identity,
  now: Now,
): Promise<void> {
  await lookingAgain(() => db.transaction((tx) => link(tx, account, channel, by, now)));
}

async function link(
  tx: Database,
  { id, code, newChannel = '', channelBy }: CustomerAccount,
  channel: string,
  by: Identity,
  now: Now,
): Promise<void> {
  const other = await findAccountOfChannel(tx, channel);
  if (other && other.id !== id) return reportChannel(tx, id, 'name_taken', channelBy ?? by, toInstant(now));
  if (!(await linkChannel(tx, id, newChannel, channel))) return;
  await welcome(tx, await getAccount(tx, id), toInstant(now));
  const kept = { subject: code, customerId: id, before: { newChannel }, after: { channel } };
  const facts = { channel, hasMoved: true, hasAnotherDay: false, asker: undefined, inBulk: false };
  await record(tx, channelBy ?? by, now, customerUpdated(kept, facts));
}
