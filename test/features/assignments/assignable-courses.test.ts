import fc from 'fast-check';
import type { Person } from '../../../src/core/person';
import { allows } from '../../../src/core/restriction';
import { findAssignableCourses } from '../../../src/features/assignments/find-courses';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { fill } from '../../support/office';
import { assigns, claire, coordinator, MORNING, refusal, sells } from '../../support/people';

const CUSTOMER = 'customers: [{ code: ACME, name: Acme, coordinators: [{ team: T000000001, user: U0CLAIRE001 }] }]';

describe.each(eachDatabase)('the courses offered for a seat, on $name', ({ open }) => {
  let database: TestDatabase;
  let by: Person;

  beforeEach(async () => {
    database = await open();
    await fill(database.db, CUSTOMER);
    by = await coordinator(database.db, claire);
  });

  afterEach(() => database?.close());

  const offers = async (typed = '', pool?: string) =>
    (await findAssignableCourses(database.db, { pool }, typed, by, MORNING)).map(({ shortname }) => shortname);
  const opens = (shortnames: string[], isOpen = true) =>
    fill(
      database.db,
      JSON.stringify({ courses: shortnames.map((one) => ({ shortname: one, name: one, open: isOpen })) }),
    );
  const sellsGoodFor = async (...courses: string[]) => {
    const code = `P-${courses.join('-').replaceAll(/[^A-Z0-9]/gi, '-')}`;
    await fill(database.db, JSON.stringify({ products: [{ code, name: code, courses }] }));
    return (await sells(database.db, { product: code })).reference;
  };

  it.each([
    ['a pattern', ['EXCEL-%'], ['EXCEL-1', 'EXCEL-2', 'EXCEL-9']],
    ['a pattern in another case', ['excel-%'], ['EXCEL-1', 'EXCEL-2', 'EXCEL-9']],
    ['any one letter', ['EXCEL__'], ['EXCEL-1', 'EXCEL-2', 'EXCEL-9', 'EXCEL_9', 'EXCELX1']],
    ['a name that reads like a pattern', ['excel_9'], ['EXCEL_9']],
    [
      'such names beside patterns',
      ['EXCEL_9', 'EXCEL-%', '100%'],
      ['100%', 'EXCEL-1', 'EXCEL-2', 'EXCEL-9', 'EXCEL_9'],
    ],
    ['a name as it is', ['Word'], ['WORD']],
    ['a pattern in the middle', ['%XC%1'], ['EXCEL-1', 'EXCELX1']],
    ['letters beyond ASCII', ['ÉTÉ-%'], ['été-1']],
    ['signs that mean something elsewhere', ['C++ (%'], ['C++ (1.0)']],
    ['several', ['WORD', 'EXCEL-1', 'NO-SUCH-%'], ['EXCEL-1', 'WORD']],
    ['nothing that exists', ['NO-SUCH-%'], []],
    [
      'everything',
      [],
      ['100%', '100% safe', 'C++ (1.0)', 'EXCEL-1', 'EXCEL-2', 'EXCEL-9', 'EXCEL_9', 'EXCELX1', 'WORD', 'été-1'],
    ],
  ])('are exactly those open that the restriction allows: %s', async (_, restriction: string[], expected: string[]) => {
    await opens([
      'EXCEL-1',
      'EXCEL-2',
      'EXCEL-9',
      'EXCELX1',
      'EXCEL_9',
      'WORD',
      'C++ (1.0)',
      'été-1',
      '100%',
      '100% safe',
    ]);
    await opens(['EXCEL-3', 'WORD-CLOSED'], false);
    const pool = await sellsGoodFor(...restriction);
    expect((await offers('', pool)).sort()).toEqual([...expected].sort());
    expect((await offers()).sort()).toEqual([...expected].sort());
    const more = await sells(database.db, { product: await productOf(pool), quantity: 12 });
    for (const course of expected) await assigns(database.db, { course, pool: more.reference });
    for (const course of await othersThan(expected)) {
      expect(await refusal(assigns(database.db, { course, pool }))).toBe('course.not_allowed');
      expect(await refusal(assigns(database.db, { course }))).toBe('course.not_allowed');
    }
  });

  it('agree, between the list and the decision, on any pattern', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'B', '_', '%', '.', '*', '-'), minLength: 1, maxLength: 5 });
    const names = letters.filter((name) => name.trim() !== '');
    const property = fc.asyncProperty(names, names, async (pattern, name) => {
      const { rows, ...list } = await database.db.raw(
        "select case when ? like ? escape '\\' then 1 else 0 end as fits",
        [name.toLowerCase(), pattern.toLowerCase()],
      );
      const [{ fits }] = rows ?? Object.values(list);
      expect({ pattern, name, fits: Number(fits) === 1 }).toEqual({
        pattern,
        name,
        fits: allows([pattern], { shortname: name }),
      });
    });
    await fc.assert(property, { numRuns: 200 });
  });

  it('include a course that opens after the sale, at once', async () => {
    await opens(['EXCEL-1', 'WORD']);
    const pool = await sellsGoodFor('EXCEL-%');
    await opens(['EXCEL-9']);
    expect(await offers('', pool)).toEqual(['EXCEL-1', 'EXCEL-9']);
    expect((await assigns(database.db, { course: 'EXCEL-9', pool })).course.shortname).toBe('EXCEL-9');
  });

  it('stay those of the day of the sale when the product changes', async () => {
    await opens(['EXCEL-1', 'WORD']);
    const pool = await sellsGoodFor('EXCEL-%');
    await fill(
      database.db,
      JSON.stringify({ products: [{ code: await productOf(pool), name: 'P', courses: ['WORD'] }] }),
    );
    expect(await offers('', pool)).toEqual(['EXCEL-1']);
  });

  it('are the first hundred of many, and any of them once its name is typed', async () => {
    const many = Array.from({ length: 250 }, (_, index) => `C-${String(index).padStart(3, '0')}`);
    await opens(many);
    await sellsGoodFor('C-%');
    expect(await offers()).toEqual(many.slice(0, 100));
    expect(await offers('c-249')).toEqual(['C-249']);
    expect(await offers('24')).toEqual(['C-024', 'C-124', 'C-224', ...many.slice(240)]);
    expect(await offers('c_249')).toEqual([]);
    expect(await offers('%')).toEqual([]);
  });

  it('are none once every seat is used up', async () => {
    await opens(['EXCEL-1', 'EXCEL-2']);
    await sellsGoodFor('EXCEL-%');
    await assigns(database.db);
    expect(await offers()).toEqual([]);
  });

  const othersThan = async (some: string[]): Promise<string[]> =>
    database.db('courses').whereNull('hidden_at').whereNotIn('shortname', some).pluck('shortname');

  const productOf = async (reference: string) => {
    const query = database
      .db('orders')
      .join('products', 'products.id', 'orders.product_id')
      .where({ 'orders.id': Number(reference.slice(1)) });
    return (await found(query.first('code'))).code;
  };
});
