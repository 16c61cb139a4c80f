import { SYSTEM } from '../core/person';
import type { Now } from '../core/time';
import { announce } from '../database/changes';
import type { Database } from '../database/database';
import type { OutboxMessage } from './message';
import { messageGivenUp } from './outbox-changes';
import type { OutboxEntry } from './outbox-entry';

/** Call it in the transaction that makes the entry a dead letter. `message` is undefined for an unknown kind. */
export async function reportDead(
  tx: Database,
  entry: OutboxEntry,
  message: OutboxMessage | undefined,
  error: string,
  now: Now,
): Promise<void> {
  const { kind, subject } = entry;
  const { onGivenUp, customerOf, reportsItself: isReported = false } = message ?? {};
  await onGivenUp?.(tx, entry, error, now);
  const customerId = await customerOf?.(tx, subject);
  await announce(tx, { by: SYSTEM, now }, messageGivenUp({ subject: kind }, { entry, error, customerId, isReported }));
}
