import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { checkTwins } from '../../src/cli/check/check-twins';
import { emailKey } from '../../src/core/email';
import { foldKey, searchKey } from '../../src/core/text';
import { migrate, migrateDownOnce } from '../../src/database/migrate';
import { runBundled } from '../support/bundle';
import { seats } from '../support/command-line';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { found } from '../support/found';
import { fill } from '../support/office';
import { assigns, sells } from '../support/people';
import { count } from '../support/tables';
import { eventually } from '../support/time';

const BEFORE = '20261130000200';

describe.each(eachDatabase)('the migration to folded keys, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    await goesBack();
  });

  afterEach(() => database?.close());

  /** Restores the schema of before the migration. */
  const goesBack = async () => {
    while ((await database.db.migrate.currentVersion()) >= BEFORE) await migrateDownOnce(database.db);
  };
  const oldTrainee = async (email: string, names: { first_name: string; last_name: string }, customer_id = 1) => {
    const row = { customer_id, email, ...names, search_key: 'as it was' };
    const [saved] = await database.db('trainees').insert(row).returning('id');
    return saved?.id ?? 0;
  };
  const JANE = { first_name: 'Jane', last_name: 'Doe' };

  it('finds people by the address and the letters that one types', async () => {
    const { db } = database;
    const id = await oldTrainee('mailto:łukasz.strauß\u200B@exämple.fr', { first_name: 'Łukasz', last_name: 'Strauß' });
    await migrate(db);
    expect(await db('trainees').where({ id }).first()).toMatchObject({
      email: 'łukasz.strauß@xn--exmple-cua.fr',
      search_key: 'lukasz strauss lukasz.strauss@xn--exmple-cua.fr',
    });
    await goesBack();
    expect((await found(db('trainees').where({ id }).first())).search_key).toContain('łukasz strauß');
    await migrate(db);
    expect((await found(db('trainees').where({ id }).first())).search_key).toContain('lukasz strauss');
  });

  it('keeps people who are now the same, and says which, until the seats held twice are free', async () => {
    const { db } = database;
    // Selling and assigning need the schema of today.
    await migrate(db);
    const jane = await oldTrainee('jane.doe@example.com', JANE);
    const twin = await oldTrainee("'jane.doe\u200B@example.com'", JANE);
    const third = await oldTrainee('(jane.doe@example.com)', JANE);
    const elsewhere = await oldTrainee('jane.doe\u200B@example.com', JANE, 2);
    await sells(db, { quantity: 3 });
    const [one, other] = [await assigns(db, { trainee: { id: jane } }), await assigns(db, { trainee: { id: twin } })];
    await goesBack();
    const { said } = await seats(['migrate'], { DATABASE_URL: database.url });
    expect(said).toContain(`trainees ${jane} and ${twin} of ACME have the same address`);
    expect(said).not.toMatch(/@|Jane|Doe/);
    expect(await count(db, 'trainees')).toBe(4);
    expect(await count(db, 'assignments', { ended_at: null })).toBe(2);
    expect(await db('trainees').where({ email: 'jane.doe@example.com' }).orderBy('id').pluck('id')).toEqual([
      jane,
      elsewhere,
    ]);
    const entries = await db('ledger').where({ subject: 'twins' }).orderBy('id');
    expect(entries.map(({ after }) => JSON.parse(after ?? ''))).toEqual([
      { trainee: twin, same_as: jane },
      { trainee: third, same_as: jane },
    ]);
    expect((await checkTwins(db)).map(({ text }) => text)).toEqual([
      `People: trainees ${jane} and ${twin} of ACME have the same address; where it is one person, release what is held twice: trainee ${twin} has ${other.seat}`,
    ]);
    expect(one.seat).not.toBe(other.seat);
    await db('assignments').where({ id: other.id }).update({ ended_at: '2026-11-30T09:00:00.000Z' });
    expect(await checkTwins(db)).toEqual([]);
  });

  it('says at every start of the program who is the same', async () => {
    const { db, url } = database;
    await migrate(db);
    await oldTrainee('jane.doe@example.com', JANE);
    const twin = await oldTrainee('(jane.doe@example.com)', JANE);
    await sells(db, { quantity: 1 });
    await assigns(db, { trainee: { id: twin } });
    await goesBack();
    for (const _ of ['the start that migrates', 'a later one']) {
      const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', DATABASE_URL: url };
      const program = spawn(process.execPath, [...(await runBundled('src/main.ts')), '--local'], { env });
      let said = '';
      program.stdout.on('data', (chunk) => {
        said += String(chunk);
      });
      await eventually('the log says it', () => said.includes('of ACME have the same address'));
      program.kill('SIGTERM');
      await once(program, 'exit');
      expect(said).not.toMatch(/Jane|jane/);
    }
  });

  it('gives a number to a customer, product or course whose code looked like another', async () => {
    const { db } = database;
    const acme = await found(db('customers').where({ code: 'ACME' }).first());
    const { id: _, ...terms } = acme;
    const copy = { ...terms, channel: null, code: 'AC\u200BME', code_key: 'ac\u200Bme' };
    const [{ id } = { id: 0 }] = await db('customers').insert(copy).returning('id');
    await db('courses').where({ shortname: 'EXCEL-2' }).update({ shortname: '“EXCEL-1”', shortname_key: '“excel-1”' });
    await db('courses').where({ shortname: 'EXCEL-3' }).update({ shortname_key: ' 3' });
    await migrate(db);
    expect(await db('customers').where({ id }).first()).toMatchObject({ code: 'ACME-2', code_key: 'acme-2' });
    expect(await db('customers').where({ id: acme.id }).first()).toEqual({
      ...acme,
      search_key: searchKey('ACME', acme.name),
    });
    const shortnames = await db('courses').where('shortname_key', 'like', 'excel-1%').orderBy('id').pluck('shortname');
    expect(shortnames).toEqual(['EXCEL-1', 'EXCEL-1-2']);
    expect(await count(db, 'courses', { shortname_key: ' 3' })).toBe(1);
    expect((await checkTwins(db)).map(({ text }) => text)).toEqual([
      expect.stringContaining('the course EXCEL-1-2 looked like EXCEL-1'),
      expect.stringContaining('the customer ACME-2 looked like ACME'),
    ]);
  });

  it('makes one entry of two that are the same in a list of courses', async () => {
    const { db } = database;
    await migrate(db);
    const order = await sells(db, { product: 'EXCEL-SEAT' });
    await goesBack();
    const product = await found(db('products').where({ code: 'EXCEL-SEAT' }).first());
    const again = { pattern: 'EXCEL\u200B-%', pattern_key: 'excel\u200B-%' };
    await db('product_courses').insert({ product_id: product.id, ...again });
    await db('order_courses').insert([
      { order_id: order.id, ...again },
      { order_id: order.id, pattern: '“WORD-1”', pattern_key: '“word-1”' },
    ]);
    await migrate(db);
    expect(await db('product_courses').where({ product_id: product.id }).pluck('pattern_key')).toEqual(['excel-%']);
    const own = db('order_courses').where({ order_id: order.id }).orderBy('pattern_key').pluck('pattern_key');
    expect(await own).toEqual(['excel-%', 'word-1']);
  });

  it('folds as the program does', async () => {
    const { db } = database;
    const texts = [
      'Œuvre\u3164',
      '（É_%\u2060）',
      '<mailto:Jane%2Bx@Exämple.FR|x>',
      'İŞIL “q”',
      "'o’neil@x.co;",
      'A\u{1D159}–B',
    ];
    for (const text of texts) await oldTrainee(text, { first_name: text, last_name: 'Łø' });
    const patterns = texts.map((pattern) => ({ product_id: 1, pattern, pattern_key: pattern }));
    await db('product_courses').where({ product_id: 1 }).delete();
    await db('product_courses').insert(patterns);
    await migrate(db);
    const trainees = await db('trainees').orderBy('id');
    expect(trainees.map(({ email }) => email)).toEqual(texts.map(emailKey));
    const search = texts.map((text) => searchKey(text, 'Łø', emailKey(text)));
    expect(trainees.map(({ search_key }) => search_key)).toEqual(search);
    for (const pattern of texts) {
      expect((await found(db('product_courses').where({ pattern }).first())).pattern_key).toBe(foldKey(pattern));
    }
  });
});
