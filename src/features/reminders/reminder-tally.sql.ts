import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import { LIVE } from '../../outbox/outbox';
import { reminder } from './reminder.messages';

/** Counts reminders not yet settled, and those dead since then. */
export async function reminderTally(db: Database, since: Instant): Promise<{ live: number; dead: number }> {
  const reminders = () => db('outbox').where({ kind: reminder.kind }).count({ count: '*' });
  const live = await reminders().whereRaw(LIVE).first();
  const dead = await reminders().where({ state: 'dead' }).where('settled_at', '>=', since).first();
  return { live: Number(live?.count ?? 0), dead: Number(dead?.count ?? 0) };
}
