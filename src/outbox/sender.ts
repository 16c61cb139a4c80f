import { type Now, parseInstant, toInstant } from '../core/time';
import { onNotify } from '../database/notify';
import { CallBudgets } from './call-budgets';
import { claimEntries } from './claim-entries';
import { ClockWatch } from './clock-watch';
import { DeliveryAttempt } from './delivery-attempt';
import { type DeliverySettings, MAX_ATTEMPT_MS } from './delivery-settings';
import { dueEntries, waitingQueues } from './due-entries';
import { LEASE_MS, leaseFrom } from './lease';
import { nextDue } from './next-due.sql';
import { wakeUpTopic } from './outbox';
import type { Destination, OutboxEntry } from './outbox-entry';

const MAX_AT_ONCE = 20;
const MAX_OF_A_QUEUE = 15;
/**
 * Commits wake the sender. Polling covers what it cannot hear: commits of other processes on SQLite, and crashed
 * senders.
 */
const IDLE_MS = 1_000;
/** Another sender or transaction had some of the entries, so another round comes soon. */
const TAKEN_MS = 70;

interface SenderSettings extends DeliverySettings {
  /** Defaults to Slack. */
  destination?: Destination;
  /** Maximum of concurrent deliveries; more would only wait for each other. */
  maxAtOnce?: number;
}

/**
 * Sends the outbox entries of one destination: one at a time per concurrency key, all keys in parallel, within the limit
 * of each of Slack's methods. Several senders may share a database. After a crash, others take over when the claims expire.
 */
export class Sender {
  readonly #settings: SenderSettings;
  readonly #budgets: CallBudgets;
  /** With the queues that they came from. */
  readonly #atWork = new Map<Promise<void>, string>();
  readonly #freeAt = new Map<string, number>();
  readonly #clockWatch: ClockWatch;
  #wake: () => void = () => undefined;

  constructor(settings: SenderSettings) {
    this.#settings = settings;
    this.#budgets = new CallBudgets(settings.callsPerMinute);
    this.#clockWatch = new ClockWatch(settings);
  }

  /**
   * Calls `wake` when an entry may be sent sooner than the last round said: after a commit, and when a concurrency key
   * becomes free. Returns a function that unsubscribes.
   */
  onWake(wake: () => void): () => void {
    const { db, destination = 'slack' } = this.#settings;
    this.#wake = wake;
    return onNotify(db, wakeUpTopic(destination), wake);
  }

  /** Starts every delivery that may start now. Resolves to the milliseconds until the next round. */
  async round(): Promise<number> {
    const now = this.#settings.now();
    const { db, destination = 'slack', maxAttemptMs = MAX_ATTEMPT_MS, leaseMs = LEASE_MS } = this.#settings;
    await this.#clockWatch.look(now);
    const room = (this.#settings.maxAtOnce ?? MAX_AT_ONCE) - this.#atWork.size;
    const queues = room > 0 ? await waitingQueues(db, destination) : [];
    if (queues.length === 0) return this.#untilNextKey();
    await this.#budgets.read(db, queues);
    const rooms = new Map(queues.map((queue) => [queue, Math.min(room, this.#roomFor(queue, now))]));
    const search = { at: toInstant(now), destination, leavesClaims: this.#clockWatch.makesLeasesDoubtful };
    const entries = (await dueEntries(db, search, rooms)).slice(0, room);
    if (entries.length === 0) return Math.min(this.#untilNextCall(queues), await this.#untilNextDue());
    const end = now.plus({ milliseconds: maxAttemptMs });
    const claim = { until: leaseFrom(now, end, leaseMs), end };
    const started = await claimEntries(db, entries, this.#budgets, { now, until: claim.until });
    for (const entry of started) this.#track(this.#send(entry, claim), entry.queue);
    if (started.length < entries.length) return TAKEN_MS;
    return this.#untilNextCall(queues);
  }

  /** Resolves when all started deliveries have ended. */
  async drain(): Promise<void> {
    while (this.#atWork.size > 0) await Promise.allSettled(this.#atWork.keys());
  }

  get isBusy(): boolean {
    return this.#atWork.size > 0;
  }

  #track(work: Promise<void>, queue: string): void {
    const tracked = work
      .catch((error) => this.#settings.log.error({ err: error }, 'A message could not be settled'))
      .finally(() => {
        this.#atWork.delete(tracked);
        this.#wake();
      });
    this.#atWork.set(tracked, queue);
  }

  async #send(entry: OutboxEntry, claim: { until: Now; end: Now }): Promise<void> {
    const freeAt = await new DeliveryAttempt(entry, claim, this.#budgets, this.#settings).make();
    this.#freeAt.set(entry.concurrencyKey, freeAt.toMillis());
  }

  async #untilNextDue(): Promise<number> {
    const { db, destination = 'slack', now } = this.#settings;
    const due = await nextDue(db, destination, toInstant(now()));
    return due === undefined ? IDLE_MS : Math.max(0, parseInstant(due).diff(now()).milliseconds);
  }

  /** A queue that is long, or whose method Slack answers slowly, leaves room for the others. */
  #roomFor(queue: string, now: Now): number {
    const atWork = [...this.#atWork.values()].filter((one) => one === queue).length;
    return Math.min(MAX_OF_A_QUEUE - atWork, this.#budgets.allowed(queue, now));
  }

  /** Until a concurrency key is free, or the budget of a queue that has used it up allows a call. */
  #untilNextCall(queues: readonly string[]): number {
    const now = this.#settings.now();
    const waits = queues.map((queue) => this.#budgets.untilAllowed(queue, now)).filter((wait) => wait > 0);
    return Math.min(this.#untilNextKey(), ...waits);
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
}
