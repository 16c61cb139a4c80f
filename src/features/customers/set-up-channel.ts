import { inUse } from '../../core/access';
import type { CustomerAccount } from '../../core/customer';
import { UserError } from '../../core/errors';
import type { Identity, Person } from '../../core/person';
import { type Instant, type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { enqueue, enqueueMany } from '../../outbox/outbox';
import { findStanding } from '../../outbox/standing-messages';
import { queueHomes } from '../home/follow-homes';
import { findAccountOfChannel, forgetChannelError, getAccount, linkChannel } from './customer-accounts.sql';
import { accountFor } from './find-customer-card';
import { reportChannel } from './report-channel';
import { lookingAgain } from './taken-channel.sql';
import { moveBoard } from './tell-customer';

/** How the welcome in a customer's channel is called among the standing messages. */
export function welcomeSubject(customerId: number): string {
  return `welcome:${customerId}`;
}

/** Has the channel made, or entered; whoever wanted it is told when that fails. */
export async function setUpChannel(
  tx: Database,
  { id, channel, newChannel }: CustomerAccount,
  to: Identity,
  at: Instant,
): Promise<void> {
  const subject = String(id);
  if (newChannel) await enqueue(tx, { kind: 'channel.create', subject, to }, at);
  else if (channel) await enqueue(tx, { kind: 'channel.enter', subject, to }, at);
}

/** Has it looked whether we are in channels that an import chose: a mark on the customer is all that comes of it. */
export async function checkChannels(tx: Database, customerIds: readonly number[], at: Instant): Promise<void> {
  await enqueueMany(
    tx,
    customerIds.map((id) => ({ kind: 'channel.check', subject: String(id) })),
    at,
  );
}

/** Has another try at what failed. */
export async function mendChannel(db: Database, code: string, by: Person, now: Now): Promise<CustomerAccount> {
  return db.transaction(async (tx) => {
    const account = await accountFor(tx, code, by);
    inUse(account);
    if (account.channelError === undefined) throw new UserError({ code: 'channel.works' });
    // A channel that is not there yet has nothing else to say; one that is there is broken until it was reached.
    if (!account.channel) await forgetChannelError(tx, account.id);
    await queueHomes(tx, 'sales', toInstant(now));
    await setUpChannel(tx, account, by, toInstant(now));
    return getAccount(tx, account.id);
  });
}

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
  const entry = { action: 'customer.updated' as const, subject: code, customerId: id };
  await record(tx, channelBy ?? by, now, { ...entry, before: { newChannel }, after: { channel } });
  await welcome(tx, await getAccount(tx, id), toInstant(now));
  await moveBoard(tx, id, now);
  await queueHomes(tx, 'sales', toInstant(now));
}

/** Once in each channel; not where an import chose it, for then the app is known there. */
export async function welcome(tx: Database, { id, channel, channelBy }: CustomerAccount, at: Instant): Promise<void> {
  if (!channel || !channelBy || (await findStanding(tx, welcomeSubject(id)))?.channel === channel) return;
  const dedupeKey = `customer.welcome:${id}:${channel}`;
  await enqueue(tx, { kind: 'customer.welcome', subject: String(id), channel, dedupeKey }, at);
}
