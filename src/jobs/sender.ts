import type { Logger } from 'pino';
import { type Instant, type Now, parseInstant, toInstant } from '../domain/time';
import { classify, type Failure } from '../slack/failures';
import type { Database } from '../storage/database';
import { releaseLane, saveWorkspaceShare, takeLanes, workspaceShare } from '../storage/lanes';
import { markDead, markSent, nextInLanes, type OutboxEntry, postpone, startSending } from '../storage/outbox-turns';
import { Pace } from './pace';

/** Where the message stands now, or that there was nothing to say, or why it has to wait. */
export type Outcome =
  /** `isFound` when an earlier try had posted it: it may say how things were then. */
  | { kind: 'sent'; channel: string; ts: string; isFound?: boolean }
  | { kind: 'nothing' }
  | { kind: 'later'; why: string };

/** An entry whose turn it is. */
export interface Turn extends OutboxEntry {
  /** Asked right before posting: the next message to the same place follows a second later. False when another sender may be at it by now. */
  mayPost: () => boolean;
}

export interface SenderSettings {
  db: Database;
  log: Logger;
  /** Leases and pace are of the real clock, or of one that runs like it. */
  now: () => Now;
  /** Does what the entry asks for; rejects with what Slack answers. */
  deliver: (turn: Turn) => Promise<Outcome>;
  /** What follows when an entry is given up, in the transaction that does so. */
  onDead: (tx: Database, entry: OutboxEntry, error: string) => Promise<void>;
  /** From one message to the next in the same place; Slack takes one a second. */
  spacingMs?: number | undefined;
}

const MOST_AT_ONCE = 20;
/** Slack takes one message a second per channel; the rest allows for what the network delays. */
const SPACING_MS = 1_020;
const LEASE_MS = 30_000;
/** Posting takes ten seconds at most, and has to end before the lease does. */
const LAST_POST_MS = 15_000;
const IDLE_MS = 250;
const LONGEST_WAIT_SECONDS = 300;
const GIVE_UP_AFTER_HOURS = 24;
const GIVE_UP_AFTER_ATTEMPTS = 12;
/** Thought about here and not sent anywhere, hence not counted. */
const INTERNAL: readonly OutboxEntry['kind'][] = ['order.changed', 'request.changed'];

/**
 * Sends what waits in the outbox: one message at a time to each place, all places at once, and no more than Slack takes.
 * Several may be at work on one database. Who dies leaves its entries to the next, when their lanes are free again.
 */
export class Sender {
  readonly #settings: SenderSettings;
  readonly #pace = new Pace();
  readonly #atWork = new Set<Promise<void>>();
  readonly #freeAt = new Map<string, number>();

  constructor(settings: SenderSettings) {
    this.#settings = settings;
  }

  /** Starts whatever may be sent now. Returns after how many milliseconds to look again. */
  async round(): Promise<number> {
    const now = this.#settings.now();
    const room = MOST_AT_ONCE - this.#atWork.size;
    if (room === 0) return this.#pace.intervalMs;
    const entries = await nextInLanes(this.#settings.db, toInstant(now), room);
    const until = now.plus({ milliseconds: LEASE_MS });
    const started = entries.length > 0 ? await this.#claim(entries, now, until) : [];
    for (const entry of started) this.#track(this.#send(entry, until));
    if (started.length < entries.length) return this.#pace.intervalMs;
    return this.#untilNextLane();
  }

  /** Resolves when everything begun has ended. */
  async drain(): Promise<void> {
    while (this.#atWork.size > 0) await Promise.allSettled(this.#atWork);
  }

  get isBusy(): boolean {
    return this.#atWork.size > 0;
  }

  /** Those of the entries that are ours to send, as many as the workspace may get. */
  async #claim(entries: OutboxEntry[], now: Now, leasedUntil: Now): Promise<OutboxEntry[]> {
    const [at, until] = [toInstant(now), toInstant(leasedUntil)];
    return this.#settings.db.transaction(async (tx) => {
      const share = await workspaceShare(tx, at);
      const wanted = this.#affordable(entries, this.#pace.allowed(share, now));
      if (wanted.length === 0) return [];
      const lanes = await takeLanes(
        tx,
        wanted.map(({ lane }) => lane),
        at,
        until,
      );
      const ours = wanted.filter(({ lane }) => lanes.includes(lane));
      const ids = await startSending(tx, ours, at);
      const started = ours.filter(({ id }) => ids.includes(id));
      for (const { id, lane } of ours) if (!ids.includes(id)) await releaseLane(tx, lane, until, at);
      await saveWorkspaceShare(tx, this.#pace.after(share, now, started.filter(isOutward).length));
      return started;
    });
  }

  #affordable(entries: OutboxEntry[], most: number): OutboxEntry[] {
    let left = most;
    return entries.filter((entry) => {
      if (isOutward(entry)) left -= 1;
      return !isOutward(entry) || left >= 0;
    });
  }

  #track(work: Promise<void>): void {
    const tracked = work
      .catch((error) => this.#settings.log.error({ err: error }, 'A message could not be settled'))
      .finally(() => this.#atWork.delete(tracked));
    this.#atWork.add(tracked);
  }

  async #send(entry: OutboxEntry, until: Now): Promise<void> {
    const { now, deliver, spacingMs = SPACING_MS } = this.#settings;
    const startedAt = now();
    const lastPost = until.minus({ milliseconds: LAST_POST_MS });
    const lane: Lane = { name: entry.lane, until: toInstant(until) };
    try {
      if (isExpired(entry, startedAt)) return await this.#giveUp(entry, 'too late', lane);
      let postedAt = startedAt;
      const mayPost = () => {
        postedAt = now();
        return postedAt <= lastPost;
      };
      const outcome = await deliver({ ...entry, mayPost });
      if (outcome.kind === 'later') return await this.#postpone(entry, { kind: 'retry', error: outcome.why }, lane);
      if (outcome.kind === 'sent') this.#pace.recover();
      const next = postedAt.plus({ milliseconds: outcome.kind === 'sent' ? spacingMs : 0 });
      await this.#settle(lane, next, (tx) =>
        markSent(tx, entry, outcome.kind === 'sent' ? outcome : undefined, toInstant(now())),
      );
    } catch (error) {
      await this.#fail(entry, error, lane);
    }
  }

  async #fail(entry: OutboxEntry, error: unknown, lane: Lane): Promise<void> {
    const failure = classify(error);
    const details = { entry: entry.dedupeKey, attempts: entry.attempts + 1, failure };
    this.#settings.log.warn(failure.kind === 'bug' ? { ...details, err: error } : details, 'A message was not sent');
    if (failure.kind === 'wait') this.#pace.slowDown(entry.lane, this.#settings.now());
    const isHopeless = failure.kind === 'permanent' || isTriedLongEnough(entry, this.#settings.now());
    await (isHopeless ? this.#giveUp(entry, failure.error, lane) : this.#postpone(entry, failure, lane));
  }

  async #giveUp(entry: OutboxEntry, error: string, lane: Lane): Promise<void> {
    const { now, onDead, log } = this.#settings;
    log.warn({ entry: entry.dedupeKey, error }, 'A message was given up');
    await this.#settle(lane, now(), async (tx) => {
      if (await markDead(tx, entry, error, toInstant(now()))) await onDead(tx, entry, error);
    });
  }

  async #postpone(entry: OutboxEntry, failure: Failure, lane: Lane): Promise<void> {
    const seconds = failure.kind === 'wait' ? failure.seconds : backoff(entry.attempts);
    const dueAt = this.#settings.now().plus({ seconds });
    // Only what Slack itself refused is certain; half an answer is none. Once in doubt it stays so until found or sent.
    const isDoubtful = ['unknown', 'bug'].includes(failure.kind) || entry.maybeDone;
    const state = isDoubtful ? 'unknown' : 'pending';
    // Too much for this place: nothing else goes there either. Any other failure is this message's own.
    const laneFreeAt = failure.kind === 'wait' ? dueAt : this.#settings.now();
    await this.#settle(lane, laneFreeAt, (tx) =>
      postpone(tx, entry, { state, dueAt: toInstant(dueAt), error: failure.error }),
    );
  }

  async #settle(lane: Lane, freeAt: Now, mark: (tx: Database) => Promise<void>): Promise<void> {
    await this.#settings.db.transaction(async (tx) => {
      await mark(tx);
      await releaseLane(tx, lane.name, lane.until, toInstant(freeAt));
    });
    this.#freeAt.set(lane.name, freeAt.toMillis());
  }

  #untilNextLane(): number {
    const now = this.#settings.now().toMillis();
    let wait = IDLE_MS;
    for (const [lane, freeAt] of this.#freeAt) {
      if (freeAt <= now) this.#freeAt.delete(lane);
      wait = Math.min(wait, Math.max(0, freeAt - now));
    }
    return wait;
  }
}

interface Lane {
  name: string;
  until: Instant;
}

function isOutward({ kind }: OutboxEntry): boolean {
  return !INTERNAL.includes(kind);
}

function isExpired({ expiresAt }: OutboxEntry, now: Now): boolean {
  return expiresAt !== undefined && parseInstant(expiresAt) < now;
}

/** Often and for long: what merely waited while we were down has its tries before it. */
function isTriedLongEnough({ firstTriedAt, attempts }: OutboxEntry, now: Now): boolean {
  const isOld = firstTriedAt !== undefined && parseInstant(firstTriedAt) < now.minus({ hours: GIVE_UP_AFTER_HOURS });
  return isOld && attempts >= GIVE_UP_AFTER_ATTEMPTS;
}

/** 1, 2, 4 … seconds at most five minutes, less up to half so that many do not come back together. */
function backoff(attempts: number): number {
  return Math.min(2 ** attempts, LONGEST_WAIT_SECONDS) * (1 - Math.random() / 2);
}
