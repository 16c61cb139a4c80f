import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM } from '../core/person';
import { type Now, toInstant } from '../core/time';
import { announce } from '../database/changes';
import { type Database, isUnavailable } from '../database/database';
import { classify as classifyAsSlack, type Failure } from '../slack/failures';
import { markDead, markSent, postpone } from './claims';
import { releaseKey } from './concurrency-keys';
import type { DeliverySettings } from './delivery-settings';
import { Lease } from './lease';
import type { OutboxMessage, Outcome } from './message';
import { messageGivenUp, messageSent } from './outbox-changes';
import type { OutboxEntry } from './outbox-entry';
import type { RateLimiter } from './rate-limiter';
import { backoff, isExpired, isTriedLongEnough, MAX_WAIT_SECONDS } from './retries';

/** Error of an entry that expired before it was sent. */
export const TOO_LATE = 'too late';
const UNKNOWN_KIND = 'unknown kind';
/** Slack accepts one message a second per channel; the rest allows for network delays. */
const SPACING_MS = 1_020;
const LAST_POST_MS = 15_000;
/** A post takes up to ten seconds and must end before the lease does, even if the lease is not extended any more. */
const POST_MS = 10_000;
const SETTLES = 12;
/** Longer than the time for which writers fail fast after a lock timeout. */
const SETTLE_AGAIN_MS = 1_050;

/** One attempt to deliver an entry, by the sender that holds its concurrency key. */
export class DeliveryAttempt {
  readonly #settings: DeliverySettings;
  readonly #rateLimiter: RateLimiter;
  readonly #entry: OutboxEntry;
  readonly #end: Now;
  readonly #lease: Lease;
  #postedAt: Now | undefined;

  constructor(
    entry: OutboxEntry,
    claim: { until: Now; end: Now },
    rateLimiter: RateLimiter,
    settings: DeliverySettings,
  ) {
    this.#entry = entry;
    this.#end = claim.end;
    this.#lease = new Lease(entry.concurrencyKey, claim, settings);
    this.#rateLimiter = rateLimiter;
    this.#settings = settings;
  }

  /** Resolves once the entry is settled, to the moment from which its concurrency key is free. */
  async make(): Promise<Now> {
    const { now, context } = this.#settings;
    try {
      const isTooLate = isExpired(this.#entry, now());
      // What may have arrived is looked for even when it is too late to send it.
      if (isTooLate && !this.#entry.maybeDone) return await this.#giveUp(TOO_LATE);
      const message = this.#message();
      if (!message) return await this.#giveUp(UNKNOWN_KIND);
      const mayPost = isTooLate ? () => false : this.#untilLeaseEnds();
      const outcome = await message.deliver({ ...this.#entry, mayPost }, context);
      if (outcome.kind === 'later' && isTooLate) return await this.#giveUp(TOO_LATE);
      if (outcome.kind === 'later') return await this.#putOff({ kind: 'retry', error: outcome.why });
      if (outcome.kind === 'sent') this.#rateLimiter.recover();
      const next = outcome.kind === 'sent' ? this.#afterPost(this.#postedAt ?? now()) : now();
      return await this.#settle(next, (tx) => this.#markSent(tx, outcome.kind === 'sent' ? outcome : undefined));
    } catch (error) {
      return await this.#fail(error);
    }
  }

  /** After the clock went back, it cannot tell how much of the attempt is left. */
  #untilLeaseEnds(): () => boolean {
    const { now, lastPostMs = LAST_POST_MS, postMs = POST_MS } = this.#settings;
    const begun = now();
    const lastPost = this.#end.minus({ milliseconds: lastPostMs });
    return () => {
      this.#postedAt = now();
      return begun <= this.#postedAt && this.#postedAt <= lastPost && this.#lease.lasts(postMs);
    };
  }

  async #fail(error: unknown): Promise<Now> {
    const { now, log, classify = classifyAsSlack } = this.#settings;
    const { dedupeKey, attempts, concurrencyKey } = this.#entry;
    const failure = classify(error);
    const details = { entry: dedupeKey, attempts: attempts + 1, failure };
    log.warn(failure.kind === 'bug' ? { ...details, err: error } : details, 'A message was not sent');
    if (failure.kind === 'wait') this.#rateLimiter.slowDown(concurrencyKey, now());
    return failure.kind === 'permanent' ? this.#giveUp(failure.error) : this.#putOff(failure);
  }

  #putOff(failure: Failure): Promise<Now> {
    const { now, neverGivesUp = false } = this.#settings;
    const isHopeless = !neverGivesUp && isTriedLongEnough(this.#entry, now());
    return isHopeless ? this.#giveUp(failure.error) : this.#postpone(failure);
  }

  async #giveUp(error: string): Promise<Now> {
    const { now, log } = this.#settings;
    log.warn({ entry: this.#entry.dedupeKey, error }, 'A message was given up');
    return this.#settle(now(), async (tx) => {
      if (await markDead(tx, this.#entry, error, toInstant(now()))) await this.#reportDead(tx, error);
    });
  }

  async #reportDead(tx: Database, error: string): Promise<void> {
    const now = this.#settings.now();
    const { kind, subject } = this.#entry;
    const { onGivenUp, customerOf, reportsItself: isReported = false } = this.#message() ?? {};
    await onGivenUp?.(tx, this.#entry, error, now);
    const customerId = await customerOf?.(tx, subject);
    const facts = { entry: this.#entry, error, customerId, isReported };
    await announce(tx, { by: SYSTEM, now }, messageGivenUp({ subject: kind }, facts));
  }

  /** Undefined for a kind that only another version of the program knows. */
  #message(): OutboxMessage | undefined {
    return this.#settings.messages.get(this.#entry.kind);
  }

  async #postpone(failure: Failure): Promise<Now> {
    const now = this.#settings.now();
    const seconds =
      failure.kind === 'wait'
        ? Math.min(failure.seconds, MAX_WAIT_SECONDS)
        : backoff(this.#entry.attempts, this.#settings.maxWaitSeconds);
    const dueAt = now.plus({ seconds });
    // Only a refusal by Slack itself is certain. An entry in doubt stays in doubt until it is found or sent.
    const isInDoubt = ['unknown', 'bug'].includes(failure.kind) || (failure.kind === 'wait' && failure.maybeDone);
    const isDoubtful = isInDoubt || this.#entry.maybeDone;
    const state = isDoubtful ? 'unknown' : 'pending';
    // A rate limit blocks this place. After any other failure, the message may have been posted.
    const keyFreeAt = failure.kind === 'wait' ? dueAt : this.#postedAt ? this.#afterPost(this.#postedAt) : now;
    return this.#settle(keyFreeAt, (tx) =>
      postpone(tx, this.#entry, { state, dueAt: toInstant(dueAt), error: failure.error }),
    );
  }

  #afterPost(at: Now): Now {
    return at.plus({ milliseconds: this.#settings.spacingMs ?? SPACING_MS });
  }

  async #markSent(tx: Database, message: (Outcome & { kind: 'sent' }) | undefined): Promise<void> {
    const now = this.#settings.now();
    const { kind, to } = this.#entry;
    await markSent(tx, this.#entry, message, toInstant(now));
    const channel = message?.isPosted && !to ? message.channel : undefined;
    await announce(tx, { by: SYSTEM, now }, messageSent({ subject: kind }, { kind, channel }));
  }

  /** Only this process knows the answer of Slack, so saving it is retried after a conflict or a lock. */
  async #settle(freeAt: Now, mark: (tx: Database) => Promise<void>): Promise<Now> {
    const { db, log } = this.#settings;
    const ours = await this.#lease.close();
    for (let left = SETTLES - 1; ; left -= 1) {
      try {
        await db.transaction(async (tx) => {
          await mark(tx);
          await releaseKey(tx, this.#entry.concurrencyKey, ours, toInstant(freeAt));
        });
        return freeAt;
      } catch (error) {
        if (left === 0) throw error;
        log.warn({ err: error, entry: this.#entry.dedupeKey }, 'A message is to be settled again');
        // A conflicting transaction has ended by now; a locked database needs time.
        if (isUnavailable(error)) await sleep(SETTLE_AGAIN_MS);
      }
    }
  }
}
