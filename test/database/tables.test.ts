import { eachDatabase, type TestDatabase } from '../support/databases';
import { declaredTables, declaredValues } from '../support/declared-tables';
import { allowedValues, migratedTables } from '../support/migrated-tables';

describe.each(eachDatabase)('the declared tables, on $name', ({ name, open }) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
  });

  afterAll(() => database?.close());

  it('match the migrated tables: every column, whether it is nullable, and whether the database fills it in', async () => {
    const migrated = await migratedTables(database.db);
    expect(declaredTables()).toEqual(migrated);
    expect(Object.keys(migrated)).toEqual(expect.arrayContaining(['customers', 'outbox', 'seats']));
  });

  // The migrations write the same constraints for both databases; SQLite stores them as text.
  if (name === 'SQLite') {
    it('allow exactly the values that the constraints allow', async () => {
      const allowed = await allowedValues(database.db);
      expect(declaredValues()).toMatchObject(allowed);
      expect(allowed).toMatchObject({ 'seats.state': ['assigned', 'cancelled', 'unassigned'] });
    });
  }
});
