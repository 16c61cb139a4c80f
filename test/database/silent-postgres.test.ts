import { type Database, isUnavailable } from '../../src/database/database';
import { openDatabase } from '../../src/database/open-database';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { openSeverable } from '../support/severed-postgres';
import { count } from '../support/tables';
import { eventually } from '../support/time';

const [, postgres] = eachDatabase;

describe('a PostgreSQL that falls silent on the connections of now, as after a failover', () => {
  let database: TestDatabase;
  let line: Awaited<ReturnType<typeof openSeverable>>;
  let db: Database;

  beforeEach(async () => {
    if (!postgres) throw new Error('There is no PostgreSQL to test on.');
    database = await postgres.open();
    line = await openSeverable(database.url);
    db = openDatabase(line.url);
  });

  afterEach(async () => {
    await db?.destroy();
    line?.close();
    await database?.close();
  });

  it('is asked anew over other connections, within seconds', async () => {
    await Promise.all(Array.from({ length: 4 }, () => count(db, 'outbox')));
    line.silence();
    const asked = await Promise.allSettled(Array.from({ length: 4 }, () => count(db, 'outbox')));
    expect(asked.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    await eventually('it answers', () => answers());
    await db.transaction(async (tx) => expect(await count(tx, 'outbox')).toBe(0));
  });

  it('ends a transaction that it took part in', async () => {
    const begun = db.transaction(async (tx) => {
      await tx.raw('select 1');
      line.silence();
      await tx.raw('select 1');
    });
    expect(isUnavailable(await begun.catch((error: unknown) => error))).toBe(true);
    await eventually('it answers', () => answers());
  });

  const answers = () =>
    count(db, 'outbox').then(
      () => true,
      () => false,
    );
});
