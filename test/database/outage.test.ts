import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/database/migrate';
import { openDatabase } from '../../src/database/open-database';
import { outageInShort, outageInWords } from '../../src/database/outage';
import { count } from '../support/tables';

const NOBODY = 65_534;
/** The super-user may write anywhere. */
const isSuperUser = process.geteuid?.() === 0;

it('is said of a database in a folder without the right to write that it can only be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-unwritable-'));
  const url = `sqlite:${join(folder, 'seats.sqlite')}`;
  const before = openDatabase(url);
  await migrate(before);
  await before.destroy();
  chmodSync(folder, 0o555);
  const db = openDatabase(url);
  if (isSuperUser) process.seteuid?.(NOBODY);
  try {
    const error = await count(db, 'outbox').catch((reason: unknown) => reason as Error);
    expect(outageInWords(error as Error, url)).toMatch(
      /^DATABASE_URL cannot be written, only read \(SQLITE_[^()]*\): let this program’s user write the file and its folder/,
    );
  } finally {
    if (isSuperUser) process.seteuid?.(0);
    await db.destroy();
    rmSync(folder, { recursive: true });
  }
});

it('is said without the statement that met it', () => {
  const error = Object.assign(new Error('update `outbox` set `a` = ? - SQLITE_BUSY: database is locked'), {
    code: 'SQLITE_BUSY',
  });
  expect(outageInWords(error)).toBe('DATABASE_URL cannot be reached: SQLITE_BUSY: database is locked');
  expect(outageInShort(error)).toBe('unreachable');
});
