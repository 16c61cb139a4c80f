import { coursesMeant } from '../../src/features/courses/courses.sql';
import { searchCustomers } from '../../src/features/customers/customers.sql';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { fill } from '../support/office';

describe.each(eachDatabase)('somebody who pastes a long text into a search, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
    await fill(database.db);
  });

  afterAll(() => database?.close());

  const found = async (search: string) => (await searchCustomers(database.db, search)).map(({ code }) => code);

  it('finds nobody who is not named in it', async () => {
    const words = Array.from({ length: 1_500 }, (_, index) => `word${index}`);
    expect(await found(words.join(' '))).toEqual([]);
    expect(await found('x'.repeat(60_000))).toEqual([]);
  });

  it('finds who is named, however often', async () => {
    expect(await found('globex '.repeat(1_500))).toEqual(['GLOBEX']);
  });

  it('gets the courses that two thousand patterns mean', async () => {
    const patterns = Array.from({ length: 2_000 }, (_, index) => `COURSE_${index}`);
    const courses = await coursesMeant(database.db, [...patterns, 'EXCEL_1']);
    expect(courses.map(({ shortname }) => shortname)).toEqual(['EXCEL-1']);
  });
});
