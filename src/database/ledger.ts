import type { Identity } from '../core/identity';
import { type Now, toInstant } from '../core/time';
import { announce, type ChangeEntry } from './changes';
import { chunks } from './chunks';
import type { Database } from './database';

/** Who made one of those changes to the subject last. */
export async function findLastActor(
  db: Database,
  subject: string,
  changes: readonly { action: string }[],
): Promise<Identity | undefined> {
  const row = await db('ledger')
    .where({ subject })
    .whereIn(
      'action',
      changes.map(({ action }) => action),
    )
    .orderBy('id', 'desc')
    .first();
  return row && { teamId: row.actor_team, userId: row.actor_user };
}

/** Keeps the changes for ever, and runs the reactions to them, both in the transaction that makes them. */
export async function record(tx: Database, by: Identity, now: Now, ...entries: ChangeEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    at: toInstant(now),
    actor_team: by.teamId,
    actor_user: by.userId,
    action: entry.action,
    subject: entry.subject,
    customer_id: entry.customerId ?? null,
    before: entry.before ? JSON.stringify(entry.before) : null,
    after: entry.after ? JSON.stringify(entry.after) : null,
    reason: entry.reason ?? null,
  }));
  for (const some of chunks(rows)) await tx('ledger').insert(some);
  await announce(tx, { by, now }, ...entries);
}
