import type { Identity } from '../core/identity';
import type { Instant } from '../core/time';
import type { Database } from './database';

/** True for exactly one of many deliveries; the others wait for its outcome. */
export async function claimSubmission(tx: Database, key: string, by: Identity, at: Instant): Promise<boolean> {
  const row = { key, team_id: by.teamId, user_id: by.userId, result: '', at };
  const inserted = await tx('submissions').insert(row).onConflict('key').ignore().returning('key');
  return inserted.length === 1;
}

export async function saveResult(tx: Database, key: string, result: string): Promise<void> {
  await tx('submissions').where({ key }).update({ result });
}

export async function findSubmission(db: Database, key: string): Promise<{ by: Identity; result: string } | undefined> {
  const row = await db('submissions').where({ key }).first();
  return row && { by: { teamId: row.team_id, userId: row.user_id }, result: row.result };
}

export async function forgetSubmissions(db: Database, before: Instant): Promise<number> {
  return db('submissions').where('at', '<', before).delete();
}
