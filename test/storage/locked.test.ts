import { openDatabase } from '../../src/storage/database';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { count } from '../support/tables';

const [sqlite] = eachDatabase;

describe('a SQLite file that another process has locked', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    if (!sqlite) throw new Error('There is no database to test on.');
    database = await sqlite.open();
  });

  afterEach(() => database?.close());

  it('is told to everybody who waits, and nobody writes outside a transaction once it is free', async () => {
    const other = openDatabase(database.url);
    const lock = await other.transaction();
    const write = () =>
      database.db.transaction((tx) => tx('submissions').insert({ key: String(Math.random()), ...ROW }));
    const attempts = await Promise.allSettled([write(), write(), write(), write(), write()]);
    await lock.rollback();
    await other.destroy();
    expect(attempts.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    expect(await count(database.db, 'submissions')).toBe(0);
  });
});

const ROW = { team_id: 'T1', user_id: 'U1', result: '', at: '2026-03-02T09:00:00.000Z' };
