import { eachDatabase, type TestDatabase } from '../support/databases';
import { declaredTables, declaredValues } from '../support/declared-tables';
import { allowedValues, migratedTables } from '../support/migrated-tables';

describe.each(eachDatabase)('the declared tables, on $name', ({ name, open }) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
  });

  afterAll(() => database?.close());

  it('are those that the migrations make, with every column, whether it may be null, and whether it is filled in', async () => {
    const migrated = await migratedTables(database.db);
    expect(declaredTables()).toEqual(migrated);
    expect(Object.keys(migrated)).toEqual(expect.arrayContaining(['customers', 'outbox', 'seats']));
  });

  // The migrations write the same constraints for both; SQLite keeps them as text.
  if (name === 'SQLite') {
    it('allow the values that the constraints allow, and no others', async () => {
      const allowed = await allowedValues(database.db);
      expect(declaredValues()).toMatchObject(allowed);
      expect(allowed).toMatchObject({ 'seats.state': ['assigned', 'cancelled', 'unassigned'] });
    });
  }
});
