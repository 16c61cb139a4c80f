import { copyFileSync } from 'node:fs';
import { openDatabase } from '../../src/database/open-database';
import { ensureLogFits, hasLog } from '../../src/start/left-log.sql';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { fill } from '../support/office';
import { sells } from '../support/people';
import { count } from '../support/tables';

describe('a bot that starts after a crash', () => {
  let database: TestDatabase;
  let file: string;

  beforeEach(async () => {
    const [sqlite] = eachDatabase;
    if (!sqlite) throw new Error('There is no database to test on.');
    database = await sqlite.open();
    file = database.url.replace('sqlite:', '');
    await fill(database.db);
    await database.db.raw('vacuum into ?', [`${file}.backup`]);
    await database.db.raw('pragma wal_checkpoint(truncate)');
    await sells(database.db, { customer: 'GLOBEX', quantity: 500 });
  });

  afterEach(() => database?.close());

  it('goes on with what the log has', async () => {
    const url = crashed(file);
    expect(hasLog(url)).toBe(true);
    const db = openDatabase(url);
    await ensureLogFits(db, url);
    expect(await count(db, 'seats')).toBe(500);
    await db.destroy();
  });

  it('does not begin when somebody has copied a backup over the file, and says what to do', async () => {
    const url = crashed(`${file}.backup`);
    const db = openDatabase(url);
    await expect(ensureLogFits(db, url)).rejects.toThrow(/-wal belongs to another one.*: delete .*-wal and .*-shm/);
    await db.destroy();
  });

  it('has no log to look at after it was stopped, or on PostgreSQL', () => {
    expect(hasLog(`sqlite:${file}.backup`)).toBe(false);
    expect(hasLog('postgres://127.0.0.1/seats')).toBe(false);
  });

  /** What a crash leaves, with this as the file. */
  function crashed(main: string): string {
    copyFileSync(main, `${file}.crashed`);
    copyFileSync(`${file}-wal`, `${file}.crashed-wal`);
    return `sqlite:${file}.crashed`;
  }
});
