import type { Identity } from '../domain/person';
import type { Instant } from '../domain/time';
import { getAccount } from '../storage/customer-accounts';
import { markChannelBroken } from '../storage/customers';
import type { Database } from '../storage/database';
import { findSeller } from '../storage/orders';
import { enqueue } from '../storage/outbox';

/** Marks a customer's channel as out of reach or not made. Whoever asked for it is told; else, once, whoever sees to it. */
export async function reportChannel(
  tx: Database,
  customerId: number,
  error: string,
  asker: Identity | undefined,
  at: Instant,
): Promise<void> {
  const isNews = await markChannelBroken(tx, customerId, error);
  if (isNews || asker) await tellKeeper(tx, customerId, asker, at);
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
