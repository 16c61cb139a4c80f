import type { Database } from '../../src/database/database';
import { openDatabase } from '../../src/database/open-database';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { count, select } from '../support/tables';

const ROW = { team_id: 'T1', user_id: 'U1', result: '', at: '2026-03-02T09:00:00.000Z' };

const TEAMS = ['T1', 'T2', 'T3'];

let database: TestDatabase;

describe.each(eachDatabase)('a query that is run again, on $name', ({ name, open }) => {
  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  it('succeeds after it failed', async () => {
    const { db } = database;
    const insert = () => db('submissions').insert({ key: 'same', ...ROW });
    await insert();
    await expect(insert()).rejects.toThrow();
    await db('submissions').delete();
    await insert();
    expect(await count(db, 'submissions')).toBe(1);
  });

  it('leaves nothing open when it fails, so that its transaction can still commit', async () => {
    const { db } = database;
    await db('submissions').insert({ key: 'first', ...ROW });
    const insert = (tx: Database, key: string) => tx('submissions').insert({ key, ...ROW });
    await db.transaction(async (tx) => {
      await tx.transaction((inner) => insert(inner, 'second'));
      await expect(tx.transaction((inner) => insert(inner, 'first'))).rejects.toThrow();
      await insert(tx, 'third');
    });
    expect(await count(db, 'submissions')).toBe(3);
  });

  it('sees a column added by another process, and a table made anew', async () => {
    const { db, url } = database;
    const all = () => select(db, 'select * from submissions');
    await db('submissions').insert({ key: 'first', ...ROW });
    expect(Object.keys((await all())[0] ?? {})).not.toContain('added');
    const other = openDatabase(url);
    await other.raw('alter table submissions add column added text');
    expect(Object.keys((await all())[0] ?? {})).toContain('added');
    await other.raw('drop table submissions');
    await expect(all()).rejects.toThrow();
    await other.raw('create table submissions (key text)');
    await other.destroy();
    expect(await all()).toEqual([]);
  });

  it('succeeds once its table exists', async () => {
    const { db } = database;
    const missing = () => select(db, 'select * from later');
    await expect(missing()).rejects.toThrow();
    await db.raw('create table later (key text)');
    expect(await missing()).toEqual([]);
  });

  it('holds nothing after it waited for a lock in vain', async () => {
    const { db, url } = database;
    const insert = (tx: Database, key: string) => tx('submissions').insert({ key, ...ROW });
    const other = openDatabase(url);
    await other.transaction(async (tx) => {
      await insert(tx, 'same');
      await expect(insert(db, 'same')).rejects.toThrow();
    });
    await other.destroy();
    await db.transaction((tx) => insert(tx, 'other'));
    expect(await count(db, 'submissions')).toBe(2);
  });

  it('tells each of several callers at once about their own rows', async () => {
    const { db } = database;
    for (const [key, team_id] of [
      ['1', 'T1'],
      ['2', 'T2'],
      ['3', 'T2'],
    ] as const) {
      await db('submissions').insert({ ...ROW, key, team_id });
    }
    const changed = (on: Database, team: string) =>
      on('submissions').where({ team_id: team }).update({ result: 'seen' });
    expect(await Promise.all(TEAMS.map((team) => changed(db, team)))).toEqual([1, 2, 0]);
  });

  // PostgreSQL's driver is about to forbid it.
  if (name === 'SQLite')
    it('tells them so within a transaction, too', async () => {
      const { db } = database;
      await db('submissions').insert({ ...ROW, key: '1', team_id: 'T1' });
      const changed = (tx: Database, team: string) =>
        tx('submissions').where({ team_id: team }).update({ result: 'seen' });
      const inside = await db.transaction((tx) => Promise.all(TEAMS.map((team) => changed(tx, team))));
      expect(inside).toEqual([1, 0, 0]);
    });

  it('rejects every caller of a query that is no SQL', async () => {
    const { db } = database;
    const attempts = await Promise.allSettled([1, 2, 3].map(() => db.raw('selec')));
    expect(attempts.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('may be one of thousands, and the database still closes', async () => {
    const { db } = database;
    for (let number = 0; number < 1_000; number += 1) await db.raw(`select ${number}`);
    await Promise.all(Array.from({ length: 500 }, (_, number) => db.raw(`select ${number} as again`)));
    await db.raw('select 1');
  });
});
