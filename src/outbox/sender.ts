import { type Now, parseInstant, toInstant } from '../core/time';
import { onNotify } from '../database/notify';
import { nextByKey, startSending } from './claims';
import { ClockWatch } from './clock-watch';
import { claimKeys, releaseKey, saveWorkspaceShare, workspaceShare } from './concurrency-keys';
import { DeliveryAttempt } from './delivery-attempt';
import { type DeliverySettings, MAX_ATTEMPT_MS } from './delivery-settings';
import { LEASE_MS, leaseFrom } from './lease';
import { nextDue } from './next-due.sql';
import { wakeUpTopic } from './outbox';
import type { Destination, OutboxEntry } from './outbox-entry';
import { RateLimiter } from './rate-limiter';

const MAX_AT_ONCE = 20;
/**
 * Commits wake the sender. Polling covers what it cannot hear: commits of other processes on SQLite, and crashed
 * senders.
 */
const IDLE_MS = 1_000;

interface SenderSettings extends DeliverySettings {
  /** Defaults to Slack. */
  destination?: Destination;
  /** Maximum of concurrent deliveries; more would only wait for each other. */
  maxAtOnce?: number;
}

/**
 * Sends the outbox entries of one destination: one at a time per concurrency key, all keys in parallel, within Slack's
 * rate limit. Several senders may share a database. After a crash, others take over when the claims expire.
 */
export class Sender {
  readonly #settings: SenderSettings;
  readonly #rateLimiter = new RateLimiter();
  readonly #atWork = new Set<Promise<void>>();
  readonly #freeAt = new Map<string, number>();
  readonly #clockWatch: ClockWatch;
  #isHeldBack = false;
  #wake: () => void = () => undefined;

  constructor(settings: SenderSettings) {
    this.#settings = settings;
    this.#clockWatch = new ClockWatch(settings);
  }

  /**
   * Calls `wake` when an entry may be sent sooner than the last round said: after a commit, and when a concurrency key
   * becomes free. Returns a function that unsubscribes.
   */
  onWake(wake: () => void): () => void {
    const { db, destination = 'slack' } = this.#settings;
    // While the rate limit holds entries back, another round would find the same.
    this.#wake = () => !this.#isHeldBack && wake();
    return onNotify(db, wakeUpTopic(destination), this.#wake);
  }

  /** Starts every delivery that may start now. Resolves to the milliseconds until the next round. */
  async round(): Promise<number> {
    this.#isHeldBack = false;
    const now = this.#settings.now();
    const { db, destination = 'slack', maxAttemptMs = MAX_ATTEMPT_MS, maxAtOnce = MAX_AT_ONCE } = this.#settings;
    await this.#clockWatch.look(now);
    const room = maxAtOnce - this.#atWork.size;
    if (room === 0) return this.#holdBack();
    const entries = await nextByKey(db, toInstant(now), room, destination);
    if (entries.length === 0) return Math.min(this.#untilNextKey(), await this.#untilNextDue());
    const { leaseMs = LEASE_MS } = this.#settings;
    const end = now.plus({ milliseconds: maxAttemptMs });
    const claim = { until: leaseFrom(now, end, leaseMs), end };
    const started = await this.#claim(entries, now, claim.until);
    for (const entry of started) this.#track(this.#send(entry, claim));
    if (started.length < entries.length) return this.#holdBack();
    return this.#untilNextKey();
  }

  /** Resolves when all started deliveries have ended. */
  async drain(): Promise<void> {
    while (this.#atWork.size > 0) await Promise.allSettled(this.#atWork);
  }

  get isBusy(): boolean {
    return this.#atWork.size > 0;
  }

  /** Claims entries for this sender, as many as the rate limit allows. */
  async #claim(entries: OutboxEntry[], now: Now, leasedUntil: Now): Promise<OutboxEntry[]> {
    const [at, until] = [toInstant(now), toInstant(leasedUntil)];
    return this.#settings.db.transaction(async (tx) => {
      const share = await workspaceShare(tx, at);
      const wanted = this.#affordable(entries, this.#rateLimiter.allowed(share, now));
      if (wanted.length === 0) return [];
      const claimed = await claimKeys(
        tx,
        wanted.map(({ concurrencyKey }) => concurrencyKey),
        at,
        until,
      );
      const ours = wanted.filter(({ concurrencyKey }) => claimed.includes(concurrencyKey));
      const ids = await startSending(tx, ours, at);
      const started = ours.filter(({ id }) => ids.includes(id));
      for (const { id, concurrencyKey } of ours)
        if (!ids.includes(id)) await releaseKey(tx, concurrencyKey, [until], at);
      await saveWorkspaceShare(
        tx,
        this.#rateLimiter.after(share, now, started.filter((entry) => this.#isOutward(entry)).length),
      );
      return started;
    });
  }

  #affordable(entries: OutboxEntry[], most: number): OutboxEntry[] {
    let left = most;
    return entries.filter((entry) => {
      if (!this.#isOutward(entry)) return true;
      left -= 1;
      return left >= 0;
    });
  }

  #track(work: Promise<void>): void {
    const tracked = work
      .catch((error) => this.#settings.log.error({ err: error }, 'A message could not be settled'))
      .finally(() => {
        this.#atWork.delete(tracked);
        this.#wake();
      });
    this.#atWork.add(tracked);
  }

  async #send(entry: OutboxEntry, claim: { until: Now; end: Now }): Promise<void> {
    const freeAt = await new DeliveryAttempt(entry, claim, this.#rateLimiter, this.#settings).make();
    this.#freeAt.set(entry.concurrencyKey, freeAt.toMillis());
  }

  #holdBack(): number {
    this.#isHeldBack = true;
    return this.#rateLimiter.intervalMs;
  }

  async #untilNextDue(): Promise<number> {
    const { db, destination = 'slack', now } = this.#settings;
    const due = await nextDue(db, destination, toInstant(now()));
    return due === undefined ? IDLE_MS : Math.max(0, parseInstant(due).diff(now()).milliseconds);
  }

  #untilNextKey(): number {
    const now = this.#settings.now().toMillis();
    let wait = IDLE_MS;
    for (const [concurrencyKey, freeAt] of this.#freeAt) {
      if (freeAt <= now) this.#freeAt.delete(concurrencyKey);
      wait = Math.min(wait, Math.max(0, freeAt - now));
    }
    return wait;
  }

  /** Whether Slack's rate limit counts the message. */
  #isOutward({ kind }: OutboxEntry): boolean {
    const message = this.#settings.messages.get(kind);
    return message?.isInternal !== true && message?.destination !== 'moodle';
  }
}
