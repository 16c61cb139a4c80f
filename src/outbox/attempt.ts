import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Now, parseInstant, toInstant } from '../core/time';
import { type Database, isUnavailable } from '../database/database';
import { noteReached } from '../features/customers/report-channel';
import { queueHomes } from '../features/home/follow-homes';
import { isWaitingShown } from '../features/home/homes.sql';
import { classify as classifyAsSlack, type Failure } from '../slack/failures';
import { releaseLane } from './lanes';
import { OF_HOMES } from './outbox';
import { markDead, markSent, type OutboxEntry, postpone } from './outbox-turns';
import type { Pace } from './pace';

/** Where the message stands now, or that there was nothing to say, or why it has to wait. */
export type Outcome =
  /** `isFound` when an earlier try had posted it: it may say how things were then. `isPosted` when it is new. */
  | { kind: 'sent'; channel: string; ts: string; isFound?: boolean; isPosted?: boolean }
  | { kind: 'nothing' }
  | { kind: 'later'; why: string };

/** An entry whose turn it is. */
export interface Turn extends OutboxEntry {
  /** Asked right before anything is written in Slack: the next message to the same place follows a second later. False when another sender may be at it by now. */
  mayPost: () => boolean;
}

export interface AttemptSettings {
  db: Database;
  log: Logger;
  /** Leases and pace are of the real clock, or of one that runs like it. */
  now: () => Now;
  /** Does what the entry asks for; rejects with what Slack or Moodle answers. */
  deliver: (turn: Turn) => Promise<Outcome>;
  /** What such an answer means for another try; Slack's, unless said otherwise. */
  classify?: (error: unknown) => Failure;
  /** For how long a lane is held; whoever dies while holding it leaves it to others then. */
  leaseMs?: number;
  /** How long before that nothing new is begun. */
  lastPostMs?: number;
  /** Waits for as long as it takes. */
  neverGivesUp?: boolean;
  /** The longest time from one try to the next. */
  longestWaitSeconds?: number;
  /** What follows when an entry is given up, in the transaction that does so. */
  onDead: (tx: Database, entry: OutboxEntry, error: string, now: Now) => Promise<void>;
  /** From one message to the next in the same place; Slack takes one a second. */
  spacingMs?: number | undefined;
}

/** The error of what was not worth sending any more. */
export const TOO_LATE = 'too late';
/** Slack takes one message a second per channel; the rest allows for what the network delays. */
const SPACING_MS = 1_020;
export const LEASE_MS = 30_000;
/** Posting takes ten seconds at most, and has to end before the lease does. */
const LAST_POST_MS = 15_000;
const SETTLES = 12;
/** Longer than those who wait for a locked file are spared waiting for it again. */
const SETTLE_AGAIN_MS = 1_050;
const LONGEST_WAIT_SECONDS = 300;
const GIVE_UP_AFTER_HOURS = 24;
const GIVE_UP_AFTER_ATTEMPTS = 12;

/** One try at one entry, by a sender that holds its lane until then. */
export class Attempt {
  readonly #settings: AttemptSettings;
  readonly #pace: Pace;
  readonly #entry: OutboxEntry;
  readonly #until: Now;
  #postedAt: Now | undefined;

  constructor(entry: OutboxEntry, until: Now, pace: Pace, settings: AttemptSettings) {
    this.#entry = entry;
    this.#until = until;
    this.#pace = pace;
    this.#settings = settings;
  }

  /** Resolves, when the entry is settled, with the moment from which its lane is free. */
  async make(): Promise<Now> {
    const { now, deliver, lastPostMs = LAST_POST_MS } = this.#settings;
    const lastPost = this.#until.minus({ milliseconds: lastPostMs });
    try {
      if (isExpired(this.#entry, now())) return await this.#giveUp(TOO_LATE);
      const mayPost = () => {
        this.#postedAt = now();
        return this.#postedAt <= lastPost;
      };
      const outcome = await deliver({ ...this.#entry, mayPost });
      if (outcome.kind === 'later') return await this.#putOff({ kind: 'retry', error: outcome.why });
      if (outcome.kind === 'sent') this.#pace.recover();
      const next = outcome.kind === 'sent' ? this.#afterPost(this.#postedAt ?? now()) : now();
      return await this.#settle(next, (tx) => this.#markSent(tx, outcome.kind === 'sent' ? outcome : undefined));
    } catch (error) {
      return await this.#fail(error);
    }
  }

  async #fail(error: unknown): Promise<Now> {
    const { now, log, classify = classifyAsSlack } = this.#settings;
    const { dedupeKey, attempts, lane } = this.#entry;
    const failure = classify(error);
    const details = { entry: dedupeKey, attempts: attempts + 1, failure };
    log.warn(failure.kind === 'bug' ? { ...details, err: error } : details, 'A message was not sent');
    if (failure.kind === 'wait') this.#pace.slowDown(lane, now());
    return failure.kind === 'permanent' ? this.#giveUp(failure.error) : this.#putOff(failure);
  }

  #putOff(failure: Failure): Promise<Now> {
    const { now, neverGivesUp = false } = this.#settings;
    const isHopeless = !neverGivesUp && isTriedLongEnough(this.#entry, now());
    return isHopeless ? this.#giveUp(failure.error) : this.#postpone(failure);
  }

  async #giveUp(error: string): Promise<Now> {
    const { now, onDead, log } = this.#settings;
    log.warn({ entry: this.#entry.dedupeKey, error }, 'A message was given up');
    return this.#settle(now(), async (tx) => {
      if (await markDead(tx, this.#entry, error, toInstant(now()))) await onDead(tx, this.#entry, error, now());
    });
  }

  async #postpone(failure: Failure): Promise<Now> {
    const now = this.#settings.now();
    const { longestWaitSeconds = LONGEST_WAIT_SECONDS } = this.#settings;
    const seconds = failure.kind === 'wait' ? failure.seconds : backoff(this.#entry.attempts, longestWaitSeconds);
    const dueAt = now.plus({ seconds });
    // Only what Slack itself refused is certain; half an answer is none. Once in doubt it stays so until found or sent.
    const isInDoubt = ['unknown', 'bug'].includes(failure.kind) || (failure.kind === 'wait' && failure.maybeDone);
    const isDoubtful = isInDoubt || this.#entry.maybeDone;
    const state = isDoubtful ? 'unknown' : 'pending';
    // Too much for this place: nothing else goes there either. After any other failure it may have been posted.
    const laneFreeAt = failure.kind === 'wait' ? dueAt : this.#postedAt ? this.#afterPost(this.#postedAt) : now;
    return this.#settle(laneFreeAt, (tx) =>
      postpone(tx, this.#entry, { state, dueAt: toInstant(dueAt), error: failure.error }),
    );
  }

  #afterPost(at: Now): Now {
    return at.plus({ milliseconds: this.#settings.spacingMs ?? SPACING_MS });
  }

  async #markSent(tx: Database, message: (Outcome & { kind: 'sent' }) | undefined): Promise<void> {
    const at = toInstant(this.#settings.now());
    await markSent(tx, this.#entry, message, at);
    // Administrators may have seen it wait.
    if (!OF_HOMES.includes(this.#entry.kind) && (await isWaitingShown(tx))) await queueHomes(tx, 'health', at);
    if (message?.isPosted && !this.#entry.to) await noteReached(tx, message.channel, at);
  }

  /** What Slack answered is known only here, so it is written down again, when somebody was in the way, while the lane is ours. */
  async #settle(freeAt: Now, mark: (tx: Database) => Promise<void>): Promise<Now> {
    const { db, log } = this.#settings;
    for (let left = SETTLES - 1; ; left -= 1) {
      try {
        await db.transaction(async (tx) => {
          await mark(tx);
          await releaseLane(tx, this.#entry.lane, toInstant(this.#until), toInstant(freeAt));
        });
        return freeAt;
      } catch (error) {
        if (left === 0) throw error;
        log.warn({ err: error, entry: this.#entry.dedupeKey }, 'A message is to be settled again');
        // Who was merely in the way is done by now; a locked database needs time.
        if (isUnavailable(error)) await sleep(SETTLE_AGAIN_MS);
      }
    }
  }
}

function isExpired({ expiresAt }: OutboxEntry, now: Now): boolean {
  return expiresAt !== undefined && parseInstant(expiresAt) < now;
}

/** Often and for long: what merely waited while we were down has its tries before it. */
function isTriedLongEnough({ firstTriedAt, attempts }: OutboxEntry, now: Now): boolean {
  const isOld = firstTriedAt !== undefined && parseInstant(firstTriedAt) < now.minus({ hours: GIVE_UP_AFTER_HOURS });
  return isOld && attempts >= GIVE_UP_AFTER_ATTEMPTS;
}

/** 1, 2, 4 … seconds at most so many, less up to half so that many do not come back together. */
function backoff(attempts: number, longest: number): number {
  return Math.min(2 ** attempts, longest) * (1 - Math.random() / 2);
}
