import type { Identity } from '../domain/person';
import type { Instant } from '../domain/time';
import type { Database } from './database';

/** Who is kept up to date: whoever has opened their Home. */
export async function saveHome(
  db: Database,
  { teamId, userId }: Identity,
  home: { page: number; seesAll: boolean },
  at: Instant,
): Promise<void> {
  const row = { team_id: teamId, user_id: userId, page: home.page, sees_all: home.seesAll ? 1 : 0, opened_at: at };
  await db('homes').insert(row).onConflict(['team_id', 'user_id']).merge();
}

/** The page of their Home that somebody is on; undefined when they have none that is kept up to date. */
export async function findHomePage(db: Database, { teamId, userId }: Identity): Promise<number | undefined> {
  const row = await db('homes').where({ team_id: teamId, user_id: userId }).first('page');
  return row?.page;
}

/** Everybody with a Home who sees that customer there; without one, everybody who sees all. */
export async function homesConcerned(db: Database, customerId?: number): Promise<Identity[]> {
  const coordinators = db('coordinators')
    .where({ customer_id: customerId ?? 0 })
    .whereRaw('coordinators.team_id = homes.team_id and coordinators.user_id = homes.user_id')
    .select(db.raw('1'));
  const rows = await db('homes')
    .where((concerned) => concerned.where({ sees_all: 1 }).orWhereExists(coordinators))
    .orderBy(['team_id', 'user_id']);
  return rows.map((row) => ({ teamId: row.team_id, userId: row.user_id }));
}

/** Nobody looks at them any more. */
export async function forgetHomes(db: Database, before: Instant): Promise<number> {
  return db('homes').where('opened_at', '<', before).delete();
}

export async function forgetHome(db: Database, { teamId, userId }: Identity): Promise<void> {
  await db('homes').where({ team_id: teamId, user_id: userId }).delete();
}
