import { migrate, migrateDown } from '../../src/storage/migrate';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { fill } from '../support/office';
import { assigns, sells } from '../support/people';
import { count, select } from '../support/tables';

const TABLES: Record<string, string> = {
  SQLite: "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
  PostgreSQL: "select table_name as name from information_schema.tables where table_schema = 'public'",
};

describe.each(eachDatabase)('the migrations, on $name', ({ name, open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  it('go down with data and up again, to the same tables', async () => {
    const { db } = database;
    const tables = async () => (await select(db, TABLES[name] ?? '')).map((row) => row.name).sort();
    const before = await tables();
    await sells(db, { quantity: 3 });
    await assigns(db);
    await migrateDown(db);
    expect((await tables()).filter((table) => !String(table).startsWith('knex_'))).toEqual([]);
    await migrate(db);
    expect(await tables()).toEqual(before);
    await fill(db);
    await sells(db, { quantity: 3 });
    await assigns(db);
    expect(await count(db, 'assignments')).toBe(1);
  });

  it('change nothing when they are up to date', async () => {
    await sells(database.db, { quantity: 3 });
    await migrate(database.db);
    expect(await count(database.db, 'seats')).toBe(3);
  });
});
