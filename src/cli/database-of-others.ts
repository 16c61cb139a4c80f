import { type Config, withoutPassword } from '../config';
import type { Database } from '../database/database';
import { isUpToDate } from '../database/migrate';
import { objectionBeforeMigrating } from '../start/before-migrating';
import { findOwners, findOwnersBeforeMigration } from '../start/installation.sql';
import { ownerInWords } from '../start/owner-objection';
import { askForWorkspace } from './ask-for-workspace';
import { CommandError } from './command-error';

/** Throws a CommandError when the settings are for others, as far as they tell before the database is migrated. */
export async function refuseOthers(db: Database, config: Config): Promise<void> {
  const objection = await objectionOf(db, config);
  if (objection !== undefined) throw new CommandError(objection);
}

/**
 * For commands that reach nobody, whose settings may be anybody's. Throws a CommandError when they would migrate a
 * database of others, which its own program may not understand afterwards.
 */
export async function refuseToMigrateOthers(db: Database, config: Config): Promise<void> {
  const { slack, moodle } = await findOwnersBeforeMigration(db);
  if (!(slack ?? moodle) || (await isUpToDate(db))) return;
  const objection = await objectionOf(db, config);
  if (objection !== undefined) throw new CommandError(`${objection} ${TO_MIGRATE}`);
}

const TO_MIGRATE =
  'It is older than this program, and npm run seats -- migrate brings it up to date for its own program as well.';

/** Before a command writes to a database that somebody uses: whose it is. On standard error, which is for people. */
export async function sayWhose(db: Database, { databaseUrl }: Config): Promise<void> {
  const { slack } = await findOwners(db);
  if (slack) console.error(`The database ${withoutPassword(databaseUrl)} belongs to ${ownerInWords('slack', slack)}.`);
}

function objectionOf(db: Database, config: Config): Promise<string | undefined> {
  const { slack } = config;
  return objectionBeforeMigrating(db, config, slack && (() => askForWorkspace(slack)));
}
