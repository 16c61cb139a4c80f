import { SYSTEM } from '../../src/core/person';
import { findTrainees } from '../../src/features/assignments/find-trainees';
import { listAssigned } from '../../src/features/assignments/lists/list-assigned';
import { findOpenCourses } from '../../src/features/courses/find-open-courses';
import { findCustomers } from '../../src/features/customers/find-customers';
import { findTimezones } from '../../src/features/customers/timezones';
import { findProducts } from '../../src/features/products/find-products';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { fill, openOffice } from '../support/office';
import { assigns, MORNING, sells } from '../support/people';

/** A name, and what people without its letters on their keyboard type. */
const TYPED: [string, string][] = [
  ['Łukasz', 'lukasz'],
  ['Søren', 'soren'],
  ['Đặng', 'dang'],
  ['Strauß', 'strauss'],
  ['Müller', 'muller'],
  ['Œuvrard', 'oeuvrard'],
  ['Işıl', 'isil'],
  ['IŞIL', 'ışıl'],
  ['Lærke', 'laerke'],
  ['Þóra', 'thora'],
  ['Guðrún', 'gudrun'],
  ['Għarb', 'gharb'],
  ['Ŧuomas', 'tuomas'],
  ['Áŋŋel', 'annel'],
  ['O’Neil', "o'neil"],
  ['Kaʻiulani', 'kaiulani'],
];

describe.each(eachDatabase)('a search, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  it.each(
    TYPED.flatMap(([name, typed]) => [
      [name, typed],
      [typed, name],
    ]),
  )('finds everything called %s for %s', async (name, typed) => {
    const { db } = database;
    const catalogue = {
      courses: [{ shortname: 'EXCEL-1', name }],
      products: [{ code: 'EXCEL-SEAT', name }],
      customers: [{ code: 'ACME', name }],
    };
    await fill(db, JSON.stringify(catalogue));
    await sells(db, {});
    await assigns(db, { trainee: { firstName: 'Robin', lastName: name, email: 'robin@example.com' } });
    expect(await findTrainees(db, { customer: 'ACME' }, typed, SYSTEM)).toHaveLength(1);
    const list = { customer: 'ACME', search: typed, page: 0 };
    expect(await listAssigned(db, list, SYSTEM, MORNING)).toMatchObject({ total: 1 });
    expect((await findOpenCourses(db, typed, SYSTEM)).map(({ shortname }) => shortname)).toEqual(['EXCEL-1']);
    expect((await findProducts(db, typed, SYSTEM)).map(({ code }) => code)).toEqual(['EXCEL-SEAT']);
    expect((await findCustomers(db, typed, SYSTEM, 'assign')).map(({ code }) => code)).toEqual(['ACME']);
  });

  it('finds countries and zones', async () => {
    const office = await openOffice(database.db, { catalogue: 'none' });
    try {
      const claire = office.workspace.person('claire');
      await claire.runs('/seats reminders');
      const countries = async (typed: string) => (await claire.types('country', typed)).map(({ value }) => value);
      expect(await countries('etats')).toContain('US');
      expect(await countries('UNIS etats')).toContain('US');
      expect(await countries('egypte')).toEqual(['EG']);
      expect(await countries("cote d'ivoire")).toEqual(['CI']);
      expect(await countries('fr')).toContain('FR');
    } finally {
      await office.close();
    }
    expect(findTimezones('Łódź')).toEqual(findTimezones('lodz'));
    expect(findTimezones('São Paulo')).toContain('America/Sao_Paulo');
    expect(findTimezones('sao\u00A0paulo')).toContain('America/Sao_Paulo');
  });
});
