import { SYSTEM } from '../../../src/core/person';
import { addCourse } from '../../../src/features/courses/manage-courses';
import { createCustomer } from '../../../src/features/customers/save-customer';
import { readCatalogue } from '../../../src/features/imports/catalogue-file';
import { readSheet } from '../../../src/features/imports/files/csv-sheet';
import { importCatalogue } from '../../../src/features/imports/import-catalogue';
import { importSheet } from '../../../src/features/imports/import-sheet';
import { planProduct } from '../../../src/features/products/plan-product';
import { EMPTY_FORM } from '../../../src/features/products/product-form';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { MORNING, refusal } from '../../support/people';
import { count } from '../../support/tables';
import { UNSEEN } from '../../support/unseen';

const DEFAULTS = { timezone: 'Europe/Paris', locale: 'en' } as const;
const EVERY_UNSEEN = Object.values(UNSEEN);

/** How somebody may write a code that looks like this one. */
function twinsOf(code: string): string[] {
  const [first = '', ...rest] = code;
  return [
    ...EVERY_UNSEEN.map((unseen) => `${first}${unseen}${rest.join('')}`),
    `${code}\u200B`,
    `"${code}"`,
    `(${code})`,
    `<${code}>`,
    code.replaceAll(/[A-Z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  ];
}

describe.each(eachDatabase)('a code that looks like a known one, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  it('is refused in the forms of courses and customers', async () => {
    const { db } = database;
    for (const shortname of twinsOf('EXCEL-1')) {
      expect(await refusal(addCourse(db, { shortname, name: 'Excel' }, SYSTEM, MORNING))).toBe('shortname.taken');
    }
    const form = {
      channel: undefined,
      newChannel: undefined,
      timezone: 'Europe/Paris',
      locale: 'en',
      notes: undefined,
    };
    for (const code of twinsOf('ACME')) {
      expect(await refusal(createCustomer(db, { ...form, name: 'Another', code }, SYSTEM, MORNING))).toBe('code.taken');
    }
    const named = { ...form, name: '\u2066A\u200BCME', code: 'OTHER' };
    expect(await refusal(createCustomer(db, named, SYSTEM, MORNING))).toBe('customer.namesake');
  });

  it('is saved as people see it', () => {
    const [code, name] = ['\u2066EXCEL\u00AD-PACK\u2069', '\u200BExcel'];
    const planned = planProduct(
      { ...EMPTY_FORM, code, name, role: 'student\u200B', picked: ['EXCEL-1'], patterns: '\u2060, EXCEL\u2060-1' },
      { timezone: 'Europe/Paris', roles: USUAL_ROLES },
    );
    expect(planned).toMatchObject({ code: 'EXCEL-PACK', role: 'student', courses: ['EXCEL\u2060-1'] });
  });

  it('is the known one in a YAML file and in a CSV file', async () => {
    const { db } = database;
    const before = await Promise.all([count(db, 'courses'), count(db, 'products'), count(db, 'customers')]);
    for (const [index, shortname] of twinsOf('EXCEL-1').entries()) {
      const [product, customer] = [twinsOf('EXCEL-SEAT')[index], twinsOf('ACME')[index]];
      const name = `Round ${index}`;
      const text = JSON.stringify({
        courses: [{ shortname, name }],
        products: [{ code: product, name, courses: [shortname] }],
        customers: [{ code: customer, name }],
      });
      const read = readCatalogue(text, DEFAULTS);
      if ('errors' in read) throw new Error(JSON.stringify(read.errors));
      await importCatalogue(db, read.catalogue, SYSTEM, MORNING);
      const sheet = readSheet(
        Buffer.from(`shortname,name\n"${shortname.replaceAll('"', '""')}",Sheet ${index}\n`),
        DEFAULTS,
      );
      await importSheet(db, sheet, SYSTEM, MORNING);
      expect(await db('courses').where({ shortname_key: 'excel-1' }).first()).toMatchObject({ name: `Sheet ${index}` });
    }
    expect(await Promise.all([count(db, 'courses'), count(db, 'products'), count(db, 'customers')])).toEqual(before);
  });

  it.each(Object.entries(UNSEEN))('is missing when there is nothing in it but %s, as is a name', (_, unseen) => {
    const course = { shortname: unseen, name: `${unseen} ${unseen}` };
    const read = readCatalogue(
      JSON.stringify({ courses: [course], customers: [{ code: unseen, name: unseen }] }),
      DEFAULTS,
    );
    expect('errors' in read && read.errors.map(({ message }) => message)).toEqual([
      'courses[1].shortname is empty',
      'courses[1].name is empty',
      'customers[1].code is empty',
      'customers[1].name is empty',
    ]);
  });

  it('is found twice in one file', () => {
    const rows = ['EXCEL-1', 'EXCEL\u2060-1', "'EXCEL-1'"].map((shortname) => ({ shortname, name: 'Excel' }));
    const read = readCatalogue(JSON.stringify({ courses: rows }), DEFAULTS);
    expect('errors' in read && read.errors.map(({ message }) => message)).toHaveLength(2);
    const sheet = readSheet(
      Buffer.from(`shortname,name\n${rows.map(({ shortname }) => `${shortname},Excel\n`).join('')}`),
      DEFAULTS,
    );
    expect(sheet.problems.map(({ code }) => code)).toEqual(['row.repeated', 'row.repeated']);
  });
});
