import type { Database } from '../../src/database/database';
import { openDatabase } from '../../src/database/open-database';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { count } from '../support/tables';

const [sqlite] = eachDatabase;

let database: TestDatabase;

beforeEach(async () => {
  if (!sqlite) throw new Error('There is no database to test on.');
  database = await sqlite.open();
});

afterEach(() => database?.close());

describe('somebody who writes for long to a SQLite file', () => {
  it('keeps nobody from looking, and those who write meanwhile from nothing but their turn', async () => {
    const { db } = database;
    const slow = await db.transaction();
    await slow('submissions').insert({ key: 'first', ...ROW });
    const second = db('submissions').insert({ key: 'second', ...ROW });
    const third = db.transaction((tx) => tx('submissions').insert({ key: 'third', ...ROW }));
    const looks = [1, 2, 3, 4].map(() => count(db, 'submissions'));
    expect(await Promise.all(looks)).toEqual([0, 0, 0, 0]);
    await slow.commit();
    await Promise.all([second, third]);
    expect(await db('submissions').orderBy('key').pluck('key')).toEqual(['first', 'second', 'third']);
  });
});

describe('a SQLite file that another process has locked', () => {
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

  it('is waited for once by whatever is to be written, in a transaction or not, and told to all within three seconds', async () => {
    const { db, url } = database;
    const other = openDatabase(url);
    const lock = await other.transaction();
    const insert = (with_: Database) => with_('submissions').insert({ key: String(Math.random()), ...ROW });
    const began = Date.now();
    const plain = [insert(db), insert(db), insert(db)].map((one) => one.then());
    const attempts = await Promise.allSettled([...plain, db.transaction(insert), db.transaction(insert)]);
    expect(Date.now() - began).toBeLessThan(3_000);
    await lock.rollback();
    await other.destroy();
    expect(attempts.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
    await Promise.all([insert(db), db.transaction(insert)]);
    expect(await count(db, 'submissions')).toBe(2);
  });
});

const ROW = { team_id: 'T1', user_id: 'U1', result: '', at: '2026-03-02T09:00:00.000Z' };
