import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/database/database';
import { migrate } from '../../src/database/migrate';
import { openProductDatabase } from '../../src/product-database';

export interface TestDatabase {
  db: Database;
  /** For another process that works on the same data. */
  url: string;
  close: () => Promise<void>;
}

/** For `describe.each`: every test of storage and services runs on both. */
export const eachDatabase = [
  { name: 'SQLite', open: openSqlite },
  { name: 'PostgreSQL', open: openPostgres },
];

async function openSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'seats-'));
  const url = `sqlite:${join(folder, 'seats.sqlite')}`;
  return open(url, async () => rmSync(folder, { recursive: true, force: true }));
}

async function openPostgres(): Promise<TestDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error('PostgreSQL was not started for this run.');
  const name = `seats_${randomBytes(6).toString('hex')}`;
  const admin = openDatabase(`${server}/postgres`);
  await admin.raw('create database ??', [name]);
  return open(`${server}/${name}`, async () => {
    await admin.raw('drop database ?? with (force)', [name]);
    await admin.destroy();
  });
}

async function open(url: string, cleanUp: () => Promise<void>): Promise<TestDatabase> {
  const db = openProductDatabase(url);
  await migrate(db);
  return {
    db,
    url,
    close: async () => {
      await db.destroy();
      await cleanUp();
    },
  };
}
