import type { Database } from '../../../src/database/database';

const LIVE = ['pending', 'sending', 'unknown'] as const;

export async function countQueued(db: Database, kind: string): Promise<number> {
  const row = await db('outbox').where({ kind }).whereIn('state', LIVE).count({ count: '*' }).first();
  return Number(row?.count);
}

/** Empties the queue, so that the next measurement starts with nothing to send. */
export async function forgetQueued(db: Database): Promise<void> {
  await db('outbox').whereIn('state', LIVE).delete();
}
