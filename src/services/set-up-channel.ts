import type { CustomerAccount } from '../domain/customer';
import { UserError } from '../domain/errors';
import type { Identity, Person } from '../domain/person';
import { type Instant, type Now, toInstant } from '../domain/time';
import { forgetChannelError, getAccount, linkChannel } from '../storage/customer-accounts';
import type { Database } from '../storage/database';
import { record } from '../storage/ledger';
import { enqueue } from '../storage/outbox';
import { findStanding } from '../storage/standing-messages';
import { inUse } from './access';
import { accountFor } from './customer-card';
import { queueHomes } from './follow-homes';
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

/** Gives the customer the channel that was made for it. Nothing when by now another one is wanted. */
export async function linkNewChannel(
  db: Database,
  { id, code, newChannel = '', channelBy }: CustomerAccount,
  channel: string,
  by: Identity,
  now: Now,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await linkChannel(tx, id, newChannel, channel))) return;
    const change = { before: { newChannel }, after: { channel } };
    await record(tx, channelBy ?? by, now, {
      action: 'customer.updated',
      subject: code,
      customerId: id,
      ...change,
    });
    await welcome(tx, await getAccount(tx, id), toInstant(now));
    await moveBoard(tx, id, now);
    await queueHomes(tx, 'sales', toInstant(now));
  });
}

/** Once in each channel; not where an import chose it, for then the app is known there. */
export async function welcome(tx: Database, { id, channel, channelBy }: CustomerAccount, at: Instant): Promise<void> {
  if (!channel || !channelBy || (await findStanding(tx, welcomeSubject(id)))?.channel === channel) return;
  const dedupeKey = `customer.welcome:${id}:${channel}`;
  await enqueue(tx, { kind: 'customer.welcome', subject: String(id), channel, dedupeKey }, at);
}
