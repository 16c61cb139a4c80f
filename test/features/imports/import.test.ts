import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SYSTEM } from '../../../src/core/person';
import { importCatalogue } from '../../../src/features/imports/import-catalogue';
import { catalogueOf } from '../../support/catalogue';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { fill } from '../../support/office';
import { MORNING, sells } from '../../support/people';
import { checksum, count } from '../../support/tables';

const run = promisify(execFile);
const ROOT = join(__dirname, '../../..');
const FIRST = `
courses: [{ shortname: EXCEL-1, name: Excel basics }, { shortname: OLD, name: Old, open: false }]
products: [{ code: PACK, name: Pack, pack_size: 5, courses: [EXCEL-%, RGPD], duration_days: 90 }]
customers:
  - { code: ACME, name: Acme, channel: C0ACME00001, coordinators: [{ team: T000000001, user: U0CLAIRE001 }] }`;
const SECOND = `
courses: [{ shortname: OLD, name: Old, open: true }, { shortname: NEW, name: New }]
products: [{ code: pack, name: Pack, pack_size: 10, courses: [RGPD], end_date: 2026-12-31 }]
customers:
  - { code: ACME, name: Acme SA, channel: C0ACME00001, coordinators: [{ team: T000000001, user: U0CARLOS001 }] }`;

describe.each(eachDatabase)('importing a catalogue, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  const imports = async (text: string, options = {}) => {
    const changes = await importCatalogue(database.db, catalogueOf(text), SYSTEM, MORNING, options);
    return changes.map(({ key, change }) => `${key} ${change}`);
  };

  it('creates new items, each with its own ledger entry', async () => {
    expect(await imports(FIRST)).toEqual(['EXCEL-1 created', 'OLD created', 'PACK created', 'ACME created']);
    expect(await count(database.db, 'ledger')).toBe(5);
    expect(await database.db('coordinators')).toHaveLength(1);
  });

  it('updates the items it names, by key in any case, and leaves the rest', async () => {
    await imports(FIRST);
    const changes = await importCatalogue(database.db, catalogueOf(SECOND), SYSTEM, MORNING);
    expect(changes.map(({ change }) => change)).toEqual(['updated', 'created', 'updated', 'updated']);
    expect(changes[2]?.details).toEqual(
      expect.arrayContaining(['pack_size: 5 → 10', 'duration_days: 90 → none', 'end_date: none → 2026-12-31']),
    );
    expect(await database.db('products')).toMatchObject([
      { pack_size: 10, duration_days: null, end_date: '2026-12-31' },
    ]);
    expect(await database.db('product_courses')).toMatchObject([{ pattern: 'RGPD' }]);
    expect(await database.db('customers')).toMatchObject([{ name: 'Acme SA' }]);
    expect(await count(database.db, 'coordinators')).toBe(2);
    expect(await database.db('courses').whereNull('hidden_at').orderBy('id')).toHaveLength(3);
  });

  it('changes nothing the second time, not even the ledger', async () => {
    await imports(FIRST);
    const before = await checksum(database.db);
    expect(await imports(FIRST)).toEqual(['EXCEL-1', 'OLD', 'PACK', 'ACME'].map((key) => `${key} unchanged`));
    expect(await checksum(database.db)).toBe(before);
  });

  it('keeps decisions made in Slack that the file leaves out', async () => {
    await imports(FIRST);
    const kept = { description: 'For offices', customer_support: 'HELP', start_second: 1_767_225_661 };
    await database.db('products').update({ ...kept, start_date: '2026-01-01' });
    expect(await imports(FIRST.replace('duration_days', 'start_date: 2026-01-01, duration_days'))).toContain(
      'PACK unchanged',
    );
    await imports(SECOND);
    const [product] = await database.db('products');
    expect(product).toMatchObject({ description: 'For offices', customer_support: 'HELP', start_second: null });
    expect(await imports(SECOND.replace('name: Pack', 'name: Pack, description: Other'))).toContain('pack updated');
    expect((await found(database.db('products').first())).description).toBe('Other');
  });

  it('shows in a dry run what it would do, and does nothing', async () => {
    await imports(FIRST);
    const before = await checksum(database.db);
    const announced = await imports(SECOND, { dryRun: true });
    expect(await checksum(database.db)).toBe(before);
    expect(await imports(SECOND)).toEqual(announced);
  });

  it('queues the board of a customer whose channel changes, when there is or will be one', async () => {
    await fill(database.db);
    const boards = () => database.db('outbox').where({ kind: 'board.refresh' });
    const customer = (code: string, channel: string) => JSON.stringify({ customers: [{ code, name: code, channel }] });
    await imports(customer('GLOBEX', 'C0OTHER'));
    expect(await boards()).toEqual([]);
    await sells(database.db);
    await database.db('outbox').delete();
    await imports(customer('ACME', 'C0ACME00001'));
    expect(await boards()).toEqual([]);
    await imports(customer('ACME', 'C0NEW'), { dryRun: true });
    expect(await boards()).toEqual([]);
    await imports(customer('ACME', 'C0NEW'));
    expect(await boards()).toMatchObject([{ lane: 'C0NEW', state: 'pending' }]);
    const board = { subject: 'board:2', channel: 'C0NEW', ts: '1.1' };
    await database.db('standing_messages').insert(board);
    await imports(customer('GLOBEX', 'C0NEWER'));
    expect(await boards()).toHaveLength(2);
  });

  it('imports all or nothing, even when the last item fails', async () => {
    const catalogue = catalogueOf(FIRST);
    const [customer] = catalogue.customers;
    if (customer) catalogue.customers.push({ ...customer, code: 'BAD', channel: undefined, locale: 'de' as 'en' });
    const before = await checksum(database.db);
    await expect(importCatalogue(database.db, catalogue, SYSTEM, MORNING)).rejects.toThrow(/locale/);
    expect(await checksum(database.db)).toBe(before);
  });
});

describe.each(eachDatabase)('a file without the zone and language of a customer, on $name', ({ open }) => {
  const GLOBEX = { code: 'GLOBEX', timezone: 'America/New_York', locale: 'fr' } as const;

  it('keeps the chosen ones, and gives a new customer the defaults', async () => {
    const { db, close } = await open();
    await fill(db);
    await db('customers').where({ code: 'GLOBEX' }).update(GLOBEX);
    await fill(db, JSON.stringify({ customers: ['GLOBEX', 'NEW'].map((code) => ({ code, name: 'Renamed' })) }));
    const rows = await db('customers').whereIn('code', ['GLOBEX', 'NEW']).orderBy('code');
    expect(rows.map(({ code, timezone, locale, name }) => ({ code, timezone, locale, name }))).toEqual([
      { ...GLOBEX, name: 'Renamed' },
      { code: 'NEW', timezone: 'Europe/Paris', locale: 'en', name: 'Renamed' },
    ]);
    await close();
  });
});

describe.each(eachDatabase)('npm run seats -- import, on $name', ({ open }) => {
  let database: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'seats-import-'));

  beforeAll(async () => {
    database = await open();
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await database?.close();
  });

  const seats = (...words: string[]) => {
    const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', DATABASE_URL: database.url };
    return run('npm', ['run', '--silent', 'seats', '--', ...words], { cwd: ROOT, env });
  };
  const file = (text: string) => {
    const path = join(folder, 'catalogue.yaml');
    writeFileSync(path, text);
    return path;
  };

  it('imports a file and reports it in plain lines', async () => {
    const { stdout } = await seats('import', file(FIRST));
    expect(stdout.trim().split('\n')).toEqual([
      'course EXCEL-1: created',
      'course OLD: created',
      'product PACK: created',
      'customer ACME: created (coordinator T000000001/U0CLAIRE001 added)',
      'Imported: 4 created, 0 updated, 0 unchanged.',
    ]);
    expect(await count(database.db, 'courses')).toBe(2);
  });

  it('refuses a wrong file with all its wrong lines, and imports nothing', async () => {
    const path = file('courses:\n  - { shortname: A }\n  - { shortname: B, name: B }\n  - { name: C }\n');
    const failure = await seats('import', path).catch((error) => error);
    expect(failure).toMatchObject({ code: 1, stdout: '' });
    expect(failure.stderr).toContain(`${path}:2: `);
    expect(failure.stderr).toContain(`${path}:4: `);
    expect(failure.stderr).toContain(`Nothing was imported: 2 errors in ${path}.`);
    expect(await count(database.db, 'courses', { shortname: 'B' })).toBe(0);
  });
});
