import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/database/database';
import { migrate } from '../../src/database/migrate';
import { openDatabase } from '../../src/database/open-database';
import { openProductDatabase } from '../../src/product-database';
import { borrowDatabase } from './postgres/databases';
import { newFolder, onceInRun } from './run-folder';
import { IS_WHOLE } from './scope';

export interface TestDatabase {
  db: Database;
  /** The address for other processes that use the same data. */
  url: string;
  close: () => Promise<void>;
}

/** For `describe.each`: every test of storage, services and jobs runs on both. */
export const eachDatabase = [
  { name: 'SQLite', open: openSqlite },
  { name: 'PostgreSQL', open: openPostgres },
];

/**
 * For tests of screens and of the command line, which do not depend on the database: PostgreSQL only in
 * `npm run test:all`.
 */
export const screenDatabases = IS_WHOLE ? eachDatabase : eachDatabase.slice(0, 1);

/** Copies a migrated file. */
async function openSqlite(): Promise<TestDatabase> {
  const template = await onceInRun('template.sqlite', existsSync, (file) => migrated(`sqlite:${file}`));
  const folder = newFolder('database-');
  const file = join(folder, 'seats.sqlite');
  copyFileSync(template, file);
  return opened(`sqlite:${file}`, async () => rmSync(folder, { recursive: true, force: true }));
}

async function openPostgres(): Promise<TestDatabase> {
  const { url, connect, giveBack } = await borrowDatabase(migrated);
  const database = opened(url, giveBack);
  connect(database.db);
  return database;
}

function opened(url: string, cleanUp: () => Promise<void>): TestDatabase {
  const db = openProductDatabase(url);
  return {
    db,
    url,
    close: async () => {
      await db.destroy();
      await cleanUp();
    },
  };
}

async function migrated(url: string): Promise<void> {
  const db = openDatabase(url);
  await migrate(db);
  await db.destroy();
}
