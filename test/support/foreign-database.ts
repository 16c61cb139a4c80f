import { join } from 'node:path';
import type { Database } from '../../src/database/database';
import { migrate, migrateDownOnce } from '../../src/database/migrate';
import { openDatabase } from '../../src/database/open-database';
import type { Kind } from '../../src/start/installation.sql';
import { newFolder } from './run-folder';

export interface ForeignDatabase {
  url: string;
  /** The version of its tables. */
  version: () => Promise<string>;
  /** Does something to it, as its own program would. */
  does: <Out>(work: (db: Database) => Promise<Out>) => Promise<Out>;
}

/** A database that others use, with the version before this one unless said otherwise. */
export async function foreignDatabase(
  owners: Partial<Record<Kind, string>>,
  { isUpToDate = false } = {},
): Promise<ForeignDatabase> {
  const url = `sqlite:${join(newFolder('foreign-'), 'seats.sqlite')}`;
  const does = async <Out>(work: (db: Database) => Promise<Out>) => {
    const db = openDatabase(url);
    return work(db).finally(() => db.destroy());
  };
  await does(async (db) => {
    await migrate(db);
    for (const kind of ['slack', 'moodle'] as const) {
      const value = owners[kind];
      if (value) await db('installation').insert({ kind, value, name: null, since: '2026-01-01T00:00:00.000Z' });
    }
    if (!isUpToDate) await migrateDownOnce(db);
  });
  return { url, does, version: () => does((db) => db.migrate.currentVersion()) };
}
