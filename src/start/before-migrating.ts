import type { Config } from '../config';
import type { Database } from '../database/database';
import { isUpToDate } from '../database/migrate';
import { counterpartsOf } from './claim-database';
import { type Counterpart, findOwnersBeforeMigration } from './installation.sql';
import { isNamed, objectionTo } from './owner-objection';

/**
 * Why the settings are not for the database, of whatever version it is; changes nothing. Asks whose token it is only
 * where the answer decides whether to migrate, and rejects as `whose` does.
 */
export async function objectionBeforeMigrating(
  db: Database,
  config: Pick<Config, 'slack' | 'moodle'>,
  whose?: () => Promise<Counterpart>,
): Promise<string | undefined> {
  const owners = await findOwnersBeforeMigration(db);
  const counterparts = counterpartsOf(config);
  const objection = objectionTo(owners, counterparts);
  if (objection !== undefined || !whose || !isNamed(owners.slack) || (await isUpToDate(db))) return objection;
  return objectionTo(owners, { ...counterparts, slack: await whose() });
}
