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
 * Gives the customer its newly created channel. Does nothing if the account now asks for another channel; reports
 * `name_taken` if another customer took this one meanwhile.
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
  const details = { subject: code, customerId: id, before: { newChannel }, after: { channel } };
  const facts = { channel, hasMoved: true, hasAnotherDay: false, asker: undefined, inBulk: false };
  await record(tx, channelBy ?? by, now, customerUpdated(details, facts));
}
