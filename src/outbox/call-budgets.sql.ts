import type { Instant } from '../core/time';
import type { Database } from '../database/database';
import type { CallBudgetRow } from '../database/tables';
import { type CallBudget, USUAL, unused } from './call-budget';

/** By method; a method without a row has not been called yet. */
export async function readBudgets(db: Database, methods: readonly string[]): Promise<Map<string, CallBudget>> {
  const rows = await db('call_budgets').whereIn('method', [...methods]);
  return new Map(rows.map((row) => [row.method, fromRow(row)]));
}

/** Blocks other senders until the transaction ends. */
export async function lockBudgets(
  tx: Database,
  methods: readonly string[],
  at: Instant,
): Promise<Map<string, CallBudget>> {
  if (methods.length === 0) return new Map();
  // Sorted, so that two senders cannot deadlock.
  const fresh = [...methods].sort().map((method) => ({ method, ...toRow(unused(at)) }));
  const rows = await tx('call_budgets')
    .insert(fresh)
    .onConflict('method')
    .merge({ used_until: tx.ref('call_budgets.used_until') })
    .returning('*');
  return new Map(rows.map((row) => [row.method, fromRow(row)]));
}

/** Caller must have locked it. */
export async function saveBudget(tx: Database, method: string, budget: CallBudget): Promise<void> {
  await tx('call_budgets').where({ method }).update(toRow(budget));
}

/** A step back to the usual interval. */
export async function speedUp(tx: Database, method: string): Promise<void> {
  const faster = `case when slowdown * 95 / 100 > ${USUAL} then slowdown * 95 / 100 else ${USUAL} end`;
  await tx('call_budgets')
    .where({ method })
    .where('slowdown', '>', USUAL)
    .update({ slowdown: tx.raw(faster) });
}

interface Limits {
  furthest: Instant;
  /** For a method that Slack has not slowed down by a refusal. */
  nearest: Instant;
}

/** Frees what is held or used up further ahead than that. Returns how many. */
export async function freeBudgets(tx: Database, limits: Limits, at: Instant): Promise<number> {
  return heldBeyond(tx, limits).update({ used_until: at, held_until: at });
}

export async function isAnyBudgetHeld(db: Database, limits: Limits): Promise<boolean> {
  return (await heldBeyond(db, limits).first('method')) !== undefined;
}

function heldBeyond(db: Database, { furthest, nearest }: Limits) {
  const far = `used_until > ? or held_until > ? or (slowdown <= ${USUAL} and (used_until > ? or held_until > ?))`;
  return db('call_budgets').whereRaw(`(${far})`, [furthest, furthest, nearest, nearest]);
}

function fromRow({ used_until, held_until, slowdown }: CallBudgetRow): CallBudget {
  return { usedUntil: used_until, heldUntil: held_until, slowdown };
}

function toRow({ usedUntil, heldUntil, slowdown }: CallBudget): Omit<CallBudgetRow, 'method'> {
  return { used_until: usedUntil, held_until: heldUntil, slowdown };
}
