import { SYSTEM } from '../core/person';
import { CHANNEL_INTERVAL_MS } from '../core/slack-limits';
import { type Now, toInstant } from '../core/time';
import { announce } from '../database/changes';
import { type Database, isUnavailable } from '../database/database';
import { classify as classifyAsSlack, type Failure } from '../slack/failures';
import type { CallBudgets } from './call-budgets';
import { isAccepted, isPerChannel, isUpdate, queueOf } from './calls';
import { markDead, markSent, postpone } from './claims';
import { reportDead } from './dead-letter';
import type { DeliverySettings } from './delivery-settings';
import { followUp } from './follow-up';
import { Lease } from './lease';
import type { OutboxMessage, Outcome } from './message';
import { messageSent } from './outbox-changes';
import type { OutboxEntry } from './outbox-entry';
import { isExpired, isTriedLongEnough, waitSeconds } from './retries';
import { settle } from './settle';

/** Error of an entry that expired before it was sent. */
export const TOO_LATE = 'too late';
const UNKNOWN_KIND = 'unknown kind';
/** The message may have been posted before the database went away. */
const OUT_OF_REACH: Failure = { kind: 'unknown', error: 'the database is out of reach' };
/** Allows for network delays. */
const SPACING_MS = CHANNEL_INTERVAL_MS + 20;
const LAST_POST_MS = 15_000;
/** A post takes up to ten seconds and must end before the lease does, even if the lease is not extended any more. */
const POST_MS = 10_000;

/** One attempt to deliver an entry, by the sender that holds its concurrency key. */
export class DeliveryAttempt {
  readonly #settings: DeliverySettings;
  readonly #budgets: CallBudgets;
  readonly #entry: OutboxEntry;
  readonly #end: Now;
  readonly #lease: Lease;
  #postedAt: Now | undefined;

  constructor(entry: OutboxEntry, claim: { until: Now; end: Now }, budgets: CallBudgets, settings: DeliverySettings) {
    this.#entry = entry;
    this.#end = claim.end;
    this.#lease = new Lease(entry.concurrencyKey, claim, settings);
    this.#budgets = budgets;
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
      const next = outcome.kind === 'sent' ? this.#afterPost(this.#postedAt ?? now()) : now();
      return await this.#settle(next, (tx) => this.#markSent(tx, outcome));
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
    const { log, classify = classifyAsSlack } = this.#settings;
    const { dedupeKey, attempts } = this.#entry;
    const failure = isUnavailable(error) ? OUT_OF_REACH : classify(error);
    const details = { entry: dedupeKey, attempts: attempts + 1, failure };
    log.warn(failure.kind === 'bug' ? { ...details, err: error } : details, 'A message was not sent');
    return failure.kind === 'permanent' ? this.#giveUp(failure.error) : this.#putOff(failure);
  }

  #putOff(failure: Failure): Promise<Now> {
    const isHopeless = !this.#settings.neverGivesUp && isTriedLongEnough(this.#entry);
    return isHopeless ? this.#giveUp(failure.error) : this.#postpone(failure);
  }

  async #giveUp(error: string): Promise<Now> {
    const { now, log } = this.#settings;
    log.warn({ entry: this.#entry.dedupeKey, error }, 'A message was given up');
    return this.#settle(now(), async (tx) => {
      if (await markDead(tx, this.#entry, error, toInstant(now())))
        await reportDead(tx, this.#entry, this.#message(), error, now());
    });
  }

  /** Undefined for a kind that only another version of the program knows. */
  #message(): OutboxMessage | undefined {
    return this.#settings.messages.get(this.#entry.kind);
  }

  async #postpone(failure: Failure): Promise<Now> {
    const now = this.#settings.now();
    const { concurrencyKey, attempts, maybeDone } = this.#entry;
    const seconds = waitSeconds(failure, attempts, this.#settings.maxWaitSeconds);
    const dueAt = now.plus({ seconds });
    // Only a refusal by Slack itself is certain. An entry in doubt stays in doubt until it is found or sent.
    const isInDoubt = ['unknown', 'bug'].includes(failure.kind) || (failure.kind === 'wait' && failure.maybeDone);
    const state = isInDoubt || maybeDone ? 'unknown' : 'pending';
    const message = this.#message();
    const queue = message ? queueOf(message) : this.#entry.queue;
    const { method } = failure.kind === 'wait' ? failure : {};
    const isHeld = method !== undefined && this.#budgets.concernsAll(method, concurrencyKey, now);
    return this.#settle(this.#freeAfter(failure, now, dueAt), async (tx) => {
      if (isHeld) await this.#budgets.hold(tx, method, now, dueAt);
      await postpone(tx, this.#entry, { state, dueAt: toInstant(dueAt), seconds, error: failure.error, queue });
      if (message && isUpdate(message) && failure.kind === 'unknown' && failure.mayLandLater) {
        await followUp(tx, { ...this.#entry, message }, `${this.#entry.id}:${attempts}`, now);
      }
    });
  }

  /** A refused message blocks its place. After any other failure, the message may have been posted. */
  #freeAfter(failure: Failure, now: Now, dueAt: Now): Now {
    const isBlocked = failure.kind === 'wait' && (failure.method === undefined || isPerChannel(failure.method));
    if (isBlocked) return dueAt;
    return this.#postedAt ? this.#afterPost(this.#postedAt) : now;
  }

  #afterPost(at: Now): Now {
    return at.plus({ milliseconds: this.#settings.spacingMs ?? SPACING_MS });
  }

  async #markSent(tx: Database, outcome: Outcome): Promise<void> {
    const now = this.#settings.now();
    const { kind, to, queue } = this.#entry;
    if (isAccepted(outcome, queue)) await this.#budgets.accepted(tx, queue);
    const message = outcome.kind === 'sent' ? outcome : undefined;
    await markSent(tx, this.#entry, message, toInstant(now));
    const channel = message?.isPosted && !to ? message.channel : undefined;
    await announce(tx, { by: SYSTEM, now }, messageSent({ subject: kind }, { kind, channel }));
  }

  async #settle(freeAt: Now, mark: (tx: Database) => Promise<void>): Promise<Now> {
    await settle(this.#entry, await this.#lease.close(), freeAt, mark, this.#settings);
    return freeAt;
  }
}
