import type { Identity } from '../../core/person';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue } from '../../outbox/outbox';
import { queueHomes } from '../home/follow-homes';
import { findSeller } from '../orders/orders.sql';
import { getAccount } from './customer-accounts.sql';
import { channelReached, markChannelBroken } from './customers.sql';

/** Marks a customer's channel as out of reach or not made. Whoever asked for it is told; else, once, whoever sees to it. */
export async function reportChannel(
  tx: Database,
  customerId: number,
  error: string,
  asker: Identity | undefined,
  at: Instant,
): Promise<void> {
  const isNews = await noteBroken(tx, customerId, error, at);
  if (isNews || asker) await tellKeeper(tx, customerId, asker, at);
}

/** True for whoever is the first to find out. */
export async function noteBroken(tx: Database, customerId: number, error: string, at: Instant): Promise<boolean> {
  const isNews = await markChannelBroken(tx, customerId, error);
  if (isNews) await queueHomes(tx, 'sales', at);
  return isNews;
}

/** A message arrived there, or we did, so all is well again; but for who does not see it, as we cannot tell from a message. */
export async function noteReached(
  tx: Database,
  channel: string,
  at: Instant,
  { isSeenByAll } = { isSeenByAll: false },
): Promise<void> {
  if (await channelReached(tx, channel, { isSeenByAll })) await queueHomes(tx, 'sales', at);
}

/** Whoever asked, else whoever chose the channel, else whoever sold to the customer last. */
export async function tellKeeper(
  tx: Database,
  customerId: number,
  asker: Identity | undefined,
  at: Instant,
): Promise<void> {
  const to = asker ?? (await getAccount(tx, customerId)).channelBy ?? (await findSeller(tx, customerId));
  if (to) await enqueue(tx, { kind: 'channel.broken', subject: String(customerId), to }, at);
}
