import { type CallsPerMinute, slackLimits } from '../core/slack-limits';
import { type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import { afterCalls, afterRefusal, type CallBudget, callsAllowed, USUAL, untilAllowed, unused } from './call-budget';
import { lockBudgets, readBudgets, saveBudget, speedUp } from './call-budgets.sql';
import { callsOf, isPerChannel } from './calls';
import type { OutboxEntry } from './outbox-entry';

const WIDESPREAD_WITHIN_MS = 5_000;

/**
 * Keeps the calls within Slack's limits, each of which counts one method. All senders share the budgets, which shrink
 * when Slack refuses a call.
 */
export class CallBudgets {
  readonly #perMinute: CallsPerMinute;
  /** As last read: other senders may have used more since. */
  #known = new Map<string, CallBudget>();
  #refused: { concurrencyKey: string; at: Now } | undefined;

  constructor(perMinute: CallsPerMinute = slackLimits) {
    this.#perMinute = perMinute;
  }

  async read(db: Database, queues: readonly string[]): Promise<void> {
    const methods = methodsOf(queues);
    this.#known = methods.length > 0 ? await readBudgets(db, methods) : new Map();
  }

  /** How many entries of the queue may start, as far as is known. */
  allowed(queue: string, at: Now): number {
    return Math.min(...callsOf(queue).map((method) => this.#allowedOf(method, at)), Number.MAX_SAFE_INTEGER);
  }

  /** Milliseconds until an entry of the queue may start, as far as is known. */
  untilAllowed(queue: string, at: Now): number {
    const waits = callsOf(queue).map((method) => {
      const budget = this.#known.get(method);
      return budget ? untilAllowed(budget, this.#perMinute(method), at) : 0;
    });
    return Math.max(0, ...waits);
  }

  /** The entries that the budgets allow. Blocks other senders until the transaction ends. */
  async allow(tx: Database, entries: readonly OutboxEntry[], at: Now): Promise<OutboxEntry[]> {
    const methods = methodsOf(entries.map(({ queue }) => queue));
    this.#known = new Map([...this.#known, ...(await lockBudgets(tx, methods, toInstant(at)))]);
    const left = new Map(methods.map((method) => [method, this.#allowedOf(method, at)]));
    return entries.filter(({ queue }) => {
      const calls = callsOf(queue);
      if (calls.some((method) => (left.get(method) ?? 0) < 1)) return false;
      for (const method of calls) left.set(method, (left.get(method) ?? 0) - 1);
      return true;
    });
  }

  /** Caller must have had them allowed in the same transaction. */
  async spend(tx: Database, entries: readonly OutboxEntry[], at: Now): Promise<void> {
    const calls = entries.flatMap(({ queue }) => callsOf(queue));
    for (const method of new Set(calls)) {
      const budget = this.#known.get(method);
      if (!budget) continue;
      const spent = calls.filter((one) => one === method).length;
      const after = afterCalls(budget, this.#perMinute(method), at, spent);
      this.#known.set(method, after);
      await saveBudget(tx, method, after);
    }
  }

  /**
   * Whether a refusal concerns the whole workspace. The limits of a channel and of the workspace look alike, so one
   * refused place says nothing about others; two within a few seconds do.
   */
  concernsAll(method: string, concurrencyKey: string, at: Now): boolean {
    if (!isPerChannel(method)) return true;
    const before = this.#refused;
    this.#refused = { concurrencyKey, at };
    const isElsewhere = before !== undefined && before.concurrencyKey !== concurrencyKey;
    return isElsewhere && Math.abs(at.diff(before.at).milliseconds) < WIDESPREAD_WITHIN_MS;
  }

  /** Slack refuses the method until then. */
  async hold(tx: Database, method: string, at: Now, until: Now): Promise<void> {
    const budget = (await lockBudgets(tx, [method], toInstant(at))).get(method);
    if (budget) await saveBudget(tx, method, afterRefusal(budget, this.#perMinute(method), at, until));
  }

  /** Call it for each entry that Slack accepted; speeds up again in steps. */
  async accepted(tx: Database, queue: string): Promise<void> {
    const slow = callsOf(queue).filter((method) => (this.#known.get(method)?.slowdown ?? USUAL) > USUAL);
    for (const method of slow) await speedUp(tx, method);
  }

  #allowedOf(method: string, at: Now): number {
    return callsAllowed(this.#known.get(method) ?? unused(toInstant(at)), this.#perMinute(method), at);
  }
}

function methodsOf(queues: readonly string[]): string[] {
  return [...new Set(queues.flatMap(callsOf))];
}
