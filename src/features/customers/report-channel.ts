import type { Identity } from '../../core/identity';
import { SYSTEM } from '../../core/person';
import type { Instant } from '../../core/time';
import { parseInstant, toInstant } from '../../core/time';
import { announce, on } from '../../database/changes';
import type { Database } from '../../database/database';
import { enqueue } from '../../outbox/outbox';
import { messageGivenUp, messageSent } from '../../outbox/outbox-changes';
import { isChannelError } from '../../slack/failures';
import { brokenChannel } from './broken-channel.messages';
import { getAccount } from './customer-accounts.sql';
import { channelStateChanged } from './customer-changes';
import { findSeller } from './customer-orders.sql';
import { channelReached, markChannelBroken } from './customers.sql';

/**
 * Marks the customer's channel as broken. Always notifies the asker; without one, notifies one responsible person, and
 * only once.
 */
export async function reportChannel(
  tx: Database,
  customerId: number,
  error: string,
  asker: Identity | undefined,
  at: Instant,
): Promise<void> {
  const isNews = await noteBroken(tx, customerId, error, at);
  if (isNews || asker) await notifyChannelOwner(tx, customerId, asker, at);
}

/** True for exactly one of several concurrent callers. */
export async function noteBroken(tx: Database, customerId: number, error: string, at: Instant): Promise<boolean> {
  const isNews = await markChannelBroken(tx, customerId, error);
  if (isNews) await announceState(tx, at);
  return isNews;
}

/**
 * Marks a channel as working after a message or the app reached it. A message alone cannot show that all coordinators
 * see the channel.
 */
export async function noteReached(
  tx: Database,
  channel: string,
  at: Instant,
  { isSeenByAll } = { isSeenByAll: false },
): Promise<void> {
  if (await channelReached(tx, channel, { isSeenByAll })) await announceState(tx, at);
}

async function announceState(tx: Database, at: Instant): Promise<void> {
  await announce(tx, { by: SYSTEM, now: parseInstant(at) }, channelStateChanged({ subject: '' }));
}

/** Notifies the first that exists: the asker, the person who chose the channel, the newest order's seller. */
async function notifyChannelOwner(
  tx: Database,
  customerId: number,
  asker: Identity | undefined,
  at: Instant,
): Promise<void> {
  const to = asker ?? (await getAccount(tx, customerId)).channelBy ?? (await findSeller(tx, customerId));
  if (to) await enqueue(tx, { message: brokenChannel, subject: String(customerId), to }, at);
}

/** A delivered message shows that its channel works. */
export const noticeReached = on([messageSent], async (tx, entries, { now }) => {
  for (const { facts } of entries) if (facts.channel) await noteReached(tx, facts.channel, toInstant(now));
});

/** Notifies one person about a broken channel, once until it works again. */
export const reportBroken = on([messageGivenUp], async (tx, entries) => {
  for (const { facts } of entries) {
    const { entry, error, customerId, isReported } = facts;
    if (customerId === undefined || entry.to || !isChannelError(error)) continue;
    const isNews = await noteBroken(tx, customerId, error, entry.createdAt);
    if (isNews && !isReported) await notifyChannelOwner(tx, customerId, undefined, entry.createdAt);
  }
});
