import type { Identity } from '../../core/identity';
import type { Day, Instant } from '../../core/time';
import type { NewRow } from '../../database/columns';
import type { Database } from '../../database/database';
import type { TableQuery } from '../../database/table-query';
import { activeCoordinators } from '../customers/active-coordinators.sql';
import type { HomePages } from './home';

/**
 * Registers an opened Home for refreshes. Call it before the Home is published: without Slack's answer, it may still show
 * what it showed before, such as waiting messages.
 */
export async function saveHome(
  db: Database,
  { teamId, userId }: Identity,
  home: HomePages & { seesAll: boolean; showsWaiting: boolean },
  at: Instant,
): Promise<void> {
  const row: NewRow<'homes'> = {
    team_id: teamId,
    user_id: userId,
    page: home.customers,
    stock_page: home.stock,
    sees_all: home.seesAll ? 1 : 0,
    shows_waiting: home.showsWaiting ? 1 : 0,
    opened_at: at,
  };
  const stillShown = 'case when homes.shows_waiting = 1 then 1 else excluded.shows_waiting end';
  await db('homes')
    .insert(row)
    .onConflict(['team_id', 'user_id'])
    .merge({ ...row, shows_waiting: db.raw(stillShown) });
}

/** Call it once Slack has published the Home. */
export async function saveWaitingShown(db: Database, { teamId, userId }: Identity, isShown: boolean): Promise<void> {
  await db('homes')
    .where({ team_id: teamId, user_id: userId })
    .update({ shows_waiting: isShown ? 1 : 0 });
}

/** Pages of the person's Home; undefined when it is not registered. */
export async function findHomePages(db: Database, { teamId, userId }: Identity): Promise<HomePages | undefined> {
  const row = await db('homes').where({ team_id: teamId, user_id: userId }).first('page', 'stock_page');
  return row && { customers: row.page, stock: row.stock_page };
}

/** At least one Home shows waiting messages. */
export async function isWaitingShown(db: Database): Promise<boolean> {
  return (await db('homes').where({ shows_waiting: 1 }).first('user_id')) !== undefined;
}

export async function hasHomes(db: Database): Promise<boolean> {
  return (await db('homes').first('user_id')) !== undefined;
}

export async function allHomes(db: Database): Promise<Identity[]> {
  return ownersOf(db('homes'));
}

/** Owners who see all customers. */
export async function homesThatSeeAll(db: Database): Promise<Identity[]> {
  return ownersOf(db('homes').where({ sees_all: 1 }));
}

/** Owners who see all customers, or on that day this customer: its coordinators and their delegates. */
export async function homesOfCustomer(db: Database, customerId: number, day: Day): Promise<Identity[]> {
  const people = db(activeCoordinators(db, day))
    .where({ customer_id: customerId })
    .whereRaw('on_duty.team_id = homes.team_id and on_duty.user_id = homes.user_id')
    .select(db.raw('1'));
  return ownersOf(db('homes').where((concerned) => concerned.where({ sees_all: 1 }).orWhereExists(people)));
}

async function ownersOf(homes: TableQuery<'homes'>): Promise<Identity[]> {
  return homes.select({ teamId: 'team_id', userId: 'user_id' });
}

/** Deletes Homes last opened before that instant. Returns their number. */
export async function forgetHomes(db: Database, before: Instant): Promise<number> {
  return db('homes').where('opened_at', '<', before).delete();
}

export async function forgetHome(db: Database, { teamId, userId }: Identity): Promise<void> {
  await db('homes').where({ team_id: teamId, user_id: userId }).delete();
}
