import { type Instant, type Now, parseInstant, toInstant } from '../core/time';

/** What is left of one method's limit, shared by all processes. */
export interface CallBudget {
  /** The calls made so far use up the limit until then. */
  usedUntil: Instant;
  /** Slack refuses the method until then. */
  heldUntil: Instant;
  /** Percent of the usual interval between two calls, as learnt from refusals. */
  slowdown: number;
}

/**
 * The share that may be used at once after a silence. The rest is spread evenly, so that no minute, wherever it begins,
 * has more calls than the limit.
 */
const BURST_SHARE = 0.1;
export const USUAL = 100;
const SLOWEST = 800;

export function unused(at: Instant): CallBudget {
  return { usedUntil: at, heldUntil: at, slowdown: USUAL };
}

/** How many calls may start now. */
export function callsAllowed(budget: CallBudget, perMinute: number, at: Now): number {
  if (aheadOf(budget.heldUntil, at) > 0) return 0;
  const { intervalMs, burstMs } = paceOf(perMinute, budget);
  return Math.max(0, Math.floor((burstMs - aheadOf(budget.usedUntil, at)) / intervalMs) + 1);
}

/** Milliseconds until a call may start. */
export function untilAllowed({ usedUntil, heldUntil, ...pace }: CallBudget, perMinute: number, at: Now): number {
  return Math.max(0, aheadOf(heldUntil, at), aheadOf(usedUntil, at) - paceOf(perMinute, pace).burstMs);
}

export function afterCalls(budget: CallBudget, perMinute: number, at: Now, calls: number): CallBudget {
  const { intervalMs } = paceOf(perMinute, budget);
  return { ...budget, usedUntil: later(at, aheadOf(budget.usedUntil, at) + calls * intervalMs) };
}

/**
 * Slack refused a call until then. Calls that were under way together may all be refused, so those after the first
 * change only the time. There is no burst afterwards.
 */
export function afterRefusal(budget: CallBudget, perMinute: number, at: Now, until: Now): CallBudget {
  const { burstMs } = paceOf(perMinute, budget);
  const isKnown = aheadOf(budget.heldUntil, at) > 0;
  const heldMs = Math.max(aheadOf(budget.heldUntil, at), until.diff(at).milliseconds);
  return {
    usedUntil: later(at, Math.max(aheadOf(budget.usedUntil, at), heldMs + burstMs)),
    heldUntil: later(at, heldMs),
    slowdown: isKnown ? budget.slowdown : Math.min(budget.slowdown * 2, SLOWEST),
  };
}

/** How many calls a minute are made once the burst is used up. */
export function steadyPerMinute(perMinute: number): number {
  return Math.max(1, perMinute - burstOf(perMinute));
}

function paceOf(perMinute: number, { slowdown }: Pick<CallBudget, 'slowdown'>) {
  const usualMs = 60_000 / steadyPerMinute(perMinute);
  return { intervalMs: (usualMs * slowdown) / USUAL, burstMs: (burstOf(perMinute) - 1) * usualMs };
}

function burstOf(perMinute: number): number {
  return Math.max(1, Math.floor(perMinute * BURST_SHARE));
}

function aheadOf(instant: Instant, at: Now): number {
  return Math.max(0, parseInstant(instant).diff(at).milliseconds);
}

function later(at: Now, milliseconds: number): Instant {
  return toInstant(at.plus({ milliseconds: Math.ceil(milliseconds) }));
}
