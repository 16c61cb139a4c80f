import { copyFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { isUnavailable } from '../../src/database/database';
import { openDatabase } from '../../src/database/open-database';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { count } from '../support/tables';
import { eventually } from '../support/time';

const ROW = { team_id: 'T1', user_id: 'U1', result: '', at: '2026-03-02T09:00:00.000Z' };

describe('the file of an open SQLite database', () => {
  let database: TestDatabase;
  let file: string;

  beforeEach(async () => {
    const [sqlite] = eachDatabase;
    if (!sqlite) throw new Error('There is no database to test on.');
    database = await sqlite.open();
    file = database.url.replace('sqlite:', '');
    await insert('before');
  });

  afterEach(() => database?.close());

  it('is missed within seconds when it is deleted, and nothing is accepted after that', async () => {
    rmSync(file);
    await isMissed();
    await expect(insert('after')).rejects.toThrow(/was deleted or replaced while it was open/);
    await expect(database.db.transaction(async () => 'nothing')).rejects.toThrow(/was deleted or replaced/);
  });

  it('is missed when another one is in its place, such as a backup', async () => {
    const other = openDatabase(database.url);
    await other.raw('pragma wal_checkpoint(truncate)');
    await other.destroy();
    copyFileSync(file, `${file}.backup`);
    rmSync(file);
    copyFileSync(`${file}.backup`, file);
    await isMissed();
    const restarted = openDatabase(database.url);
    expect(await count(restarted, 'submissions')).toBe(1);
    await restarted.destroy();
  });

  it.each(['wal', 'shm'])(
    'is missed when only its -%s is deleted, and nothing is accepted until that is back',
    async (part) => {
      renameSync(`${file}-${part}`, `${file}-${part}.away`);
      await isMissed();
      await expect(insert('after')).rejects.toThrow(/-wal or .*-shm was deleted or replaced while it was open/);
      writeFileSync(`${file}-${part}`, '');
      await expect(insert('after')).rejects.toThrow(/was deleted or replaced/);
      renameSync(`${file}-${part}.away`, `${file}-${part}`);
      await eventually('it is back', () => succeeds(insert('after')));
    },
  );

  it('may be reached through a link', async () => {
    symlinkSync(file, `${file}.link`);
    const linked = openDatabase(`sqlite:${file}.link`);
    expect(await count(linked, 'submissions')).toBe(1);
    renameSync(`${file}-wal`, `${file}-wal.away`);
    await eventually('the log is missed', async () => !(await succeeds(count(linked, 'submissions'))));
    renameSync(`${file}-wal.away`, `${file}-wal`);
    await linked.destroy();
  });

  it('makes a transaction that began before fail as a whole', async () => {
    const transaction = database.db.transaction(async (tx) => {
      await tx('submissions').insert({ key: 'within', ...ROW });
      rmSync(file);
      await eventually('the transaction has noticed', async () => !(await succeeds(count(tx, 'submissions'))));
    });
    await expect(transaction).rejects.toThrow(/was deleted or replaced/);
  });

  function insert(key: string) {
    return database
      .db('submissions')
      .insert({ key, ...ROW })
      .then();
  }

  async function isMissed(): Promise<void> {
    await eventually('the file is missed', async () => !(await succeeds(count(database.db, 'submissions'))));
    const error = await count(database.db, 'submissions').catch((reason: unknown) => reason);
    expect(isUnavailable(error)).toBe(true);
  }

  function succeeds(query: Promise<unknown>): Promise<boolean> {
    return query.then(
      () => true,
      () => false,
    );
  }
});
