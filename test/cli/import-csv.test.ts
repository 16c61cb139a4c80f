import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seats } from '../support/command-line';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { fill } from '../support/office';
import { checksum, count } from '../support/tables';

describe.each(screenDatabases)('CSV files on the command line, on $name', ({ open }) => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-csv-'));
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
    await fill(database.db);
  });

  afterAll(async () => {
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const runs = (...words: string[]) => seats(words, { DATABASE_URL: database.url });
  const written = (name: string, text: string | Buffer) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('shows in a dry run what each row would change, and why', async () => {
    const file = written(
      'dry.csv',
      'shortname;name;open\r\nEXCEL-1;Excel basics;oui\r\nEXCEL-2;Renamed;oui\r\nNEW;New;non\r\nX;;peut-être\r\n',
    );
    const before = await checksum(database.db);
    const { code, said } = await runs('import', file, '--dry-run');
    expect(code).toBe(1);
    expect(said.split('\n').sort()).toEqual([
      `Nothing was imported: 2 errors in ${file}.`,
      'row 2: course EXCEL-1: unchanged',
      'row 3: course EXCEL-2: updated (name: Excel formulas and tables → Renamed)',
      'row 4: course NEW: created (name: New)',
      'row 5: wrong: name is empty.',
      'row 5: wrong: open is “peut-être”: use yes or no.',
    ]);
    expect(await checksum(database.db)).toBe(before);
  });

  it('imports nothing from a file with errors, and shows where they are', async () => {
    const file = written('WRONG.CSV', 'customer,team,user\nACME,T1,U1\nNOBODY,T1,U1');
    const before = await checksum(database.db);
    const { code, said } = await runs('import', file);
    expect(code).toBe(1);
    expect(said).toContain(`${file}:3: There’s no customer NOBODY. Import customers first.`);
    expect(said).toContain(`Nothing was imported: 1 error in ${file}.`);
    expect(await checksum(database.db)).toBe(before);
  });

  it('refuses a channel of another customer in any file format, and shows the place', async () => {
    const before = await checksum(database.db);
    const csv = written(
      'shared.csv',
      'code,name,channel\nA,Alpha,C0123456789\nB,Beta,C0123456789\nC,Gamma,C0ACME00001',
    );
    const yaml = written('shared.yaml', 'customers:\n  - { code: A, name: Alpha, channel: C0ACME00001 }\n');
    const ofCsv = await runs('import', csv);
    expect(ofCsv.said).toContain(`${csv}:3: C0123456789 is already Alpha’s channel.`);
    expect(ofCsv.said).toContain(`${csv}:4: C0ACME00001 is already Acme’s channel.`);
    expect((await runs('import', csv, '--dry-run')).said).toContain(
      'row 3: wrong: C0123456789 is already Alpha’s channel',
    );
    expect(await runs('import', yaml)).toEqual({
      code: 1,
      said: `${yaml}:2: customers[1].channel is C0ACME00001, the channel of Acme already\nNothing was imported: 1 error in ${yaml}.`,
    });
    expect(await checksum(database.db)).toBe(before);
  });

  it('imports a file saved by Excel, whose kind it reads from the header', async () => {
    const file = written('customers.csv', Buffer.from('Code;Name\r\nCAFE;Caf\xe9 \x80uro\r\n', 'latin1'));
    expect(await runs('import', file)).toEqual({
      code: 0,
      said: 'customer CAFE: created\nImported: 1 created, 0 updated, 0 unchanged.',
    });
    expect(await count(database.db, 'customers', { name: 'Café €uro' })).toBe(1);
  });

  it.each([
    ['Excel for Mac', 'Code;Name\rSECU;S\x8Ecurit\x8E\r'],
    ['MS-DOS', 'Code;Name\r\nSECU;S\x82curit\x82\r\n'],
    ['Windows', 'Code;Name\r\nSECU;S\xE9curit\xE9\r\n'],
  ])('shows the names of a file saved for %s in a dry run', async (_where, text) => {
    const file = written('names.csv', Buffer.from(text, 'latin1'));
    const { said } = await runs('import', file, '--dry-run');
    expect(said).toContain('row 2: customer SECU: created (name: Sécurité)');
  });

  it.each([
    ['Windows', 'products:\r\n  - { code: SECU, name: S\xE9curit\xE9 }\r\n'],
    ['an old Mac', 'products:\r  - { code: SECU, name: S\x8Ecurit\x8E }\r'],
    ['UTF-16', `\xFF\xFE${Buffer.from('products: [{ code: SECU, name: Sécurité }]', 'utf16le').toString('latin1')}`],
  ])('reads the names of a catalogue saved for %s', async (_where, text) => {
    const file = written('names.yaml', Buffer.from(text, 'latin1'));
    const { said } = await runs('import', file, '--dry-run');
    expect(said).toContain('product SECU: created (name: Sécurité)');
  });

  it('imports no letters that may be read in two ways, and says what to do', async () => {
    const before = await checksum(database.db);
    const csv = written('doubt.csv', Buffer.from('code,name\nA,Excel\x99', 'latin1'));
    const yaml = written('doubt.yaml', Buffer.from('products:\n  - { code: A, name: Excel\x99 }\n', 'latin1'));
    const workbook = written('book.yaml', 'PK\x03\x04');
    expect((await runs('import', csv)).said).toMatch(/are written in this file.*Save it as UTF-8/);
    expect((await runs('import', yaml)).said).toContain(`${yaml}:2: letters such as é can be read in several ways`);
    expect((await runs('import', workbook)).said).toContain(`${workbook}:1: is a workbook`);
    expect(await checksum(database.db)).toBe(before);
  });

  it('writes files that it can import again', async () => {
    const file = join(folder, 'courses.csv');
    const { code, said } = await runs('export', 'courses', file);
    expect({ code, said }).toEqual({
      code: 0,
      said: `${await count(database.db, 'courses')} courses written to ${file}.`,
    });
    expect(readFileSync(file, 'utf8')).toMatch(/^\uFEFFshortname,name,open\r\n/);
    expect((await runs('import', file)).said).toMatch(/^Imported: 0 created, 0 updated, \d+ unchanged\.$/);
    expect((await runs('export', 'coordinators')).said).toContain('GLOBEX,T0GLOBEX001,U0GUS000001');
  });

  it.each([
    [['import', 'nowhere.csv'], 'nowhere.csv cannot be read.'],
    [['export', 'orders'], 'Allowed choices are courses, customers, coordinators.'],
    [['export', 'courses', '/nowhere/courses.csv'], '/nowhere/courses.csv cannot be written.'],
  ])('explains the error in %j', async (words, complaint) => {
    const { code, said } = await runs(...words);
    expect(code).toBe(1);
    expect(said).toContain(complaint);
  });
});
