import type { Logger } from 'pino';
import { type Now, parseInstant, toInstant } from '../domain/time';
import type { Failure } from '../slack/failures';
import { classify } from '../slack/failures';
import type { Database } from '../storage/database';
import { dueEntries, enqueue, lease, markDead, markSent, type OutboxEntry, postpone } from '../storage/outbox';
import { type Delivery, deliver } from './deliver';

const BATCH = 10;
const LEASE_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 300;
const GIVE_UP_AFTER_HOURS = 24;
const GIVE_UP_AFTER_ATTEMPTS = 12;

/**
 * Sends what is due; several processes may do so at once. An entry whose sender died comes back when its lease ends.
 * Returns how many it tried.
 */
export async function sendDue(db: Database, delivery: Delivery, now: () => Now, log: Logger): Promise<number> {
  const entries = await dueEntries(db, toInstant(now()), BATCH);
  const leased: OutboxEntry[] = [];
  for (const entry of entries) if (await leaseFor(db, entry, now())) leased.push(entry);
  const sent = await Promise.allSettled(leased.map((entry) => send(db, entry, delivery, now, log)));
  const failed = sent.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return leased.length;
}

function leaseFor(db: Database, entry: OutboxEntry, now: Now): Promise<boolean> {
  return lease(db, entry, toInstant(now), toInstant(now.plus({ seconds: LEASE_SECONDS })));
}

async function send(db: Database, entry: OutboxEntry, delivery: Delivery, now: () => Now, log: Logger): Promise<void> {
  try {
    const outcome = await deliver(db, entry, delivery);
    if (outcome.kind === 'later') await later(db, entry, { kind: 'retry', error: outcome.why }, now());
    else await markSent(db, entry, outcome);
  } catch (error) {
    const failure = classify(error);
    const details = { entry: entry.dedupeKey, attempts: entry.attempts + 1, failure };
    log.warn(failure.kind === 'bug' ? { ...details, err: error } : details, 'A message was not sent');
    await settle(db, entry, failure, now());
  }
}

async function settle(db: Database, entry: OutboxEntry, failure: Failure, now: Now): Promise<void> {
  if (failure.kind !== 'permanent' && !isHopeless(entry, now)) return later(db, entry, failure, now);
  await db.transaction(async (tx) => {
    await markDead(tx, entry, failure.error);
    if (entry.kind !== 'order.announce') return;
    const told = { kind: 'order.undelivered', subject: entry.subject, dedupeKey: `order.undelivered:${entry.subject}` };
    await enqueue(tx, { ...told, kind: 'order.undelivered' }, toInstant(now));
  });
}

/** Tried often and for long: what merely waited while we were down has its tries before it. */
function isHopeless(entry: OutboxEntry, now: Now): boolean {
  const isOld = parseInstant(entry.createdAt) < now.minus({ hours: GIVE_UP_AFTER_HOURS });
  return isOld && entry.attempts >= GIVE_UP_AFTER_ATTEMPTS;
}

async function later(db: Database, entry: OutboxEntry, failure: Failure, now: Now): Promise<void> {
  const seconds = failure.kind === 'wait' ? failure.seconds : backoff(entry.attempts);
  // Once in doubt it stays so, until it was found or sent.
  const state = failure.kind === 'unknown' || entry.maybeDone ? 'unknown' : 'pending';
  await postpone(db, entry, { state, dueAt: toInstant(now.plus({ seconds })), error: failure.error });
}

/** 1, 2, 4 … seconds at most five minutes, less up to half so that many do not come back together. */
function backoff(attempts: number): number {
  return Math.min(2 ** attempts, LONGEST_WAIT_SECONDS) * (1 - Math.random() / 2);
}
