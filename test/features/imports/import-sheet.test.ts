import { exportSheet } from '../../../src/features/imports/export-sheet';
import { readSheet } from '../../../src/features/imports/files/csv-sheet';
import { writeTable } from '../../../src/features/imports/files/csv-write';
import { importSheet, judgeSheet } from '../../../src/features/imports/import-sheet';
import type { Sheet, Unreadable } from '../../../src/features/imports/sheet';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { fill } from '../../support/office';
import { admin, claire, coordinator, MORNING, refusal, sales } from '../../support/people';
import { checksum, count } from '../../support/tables';

const DEFAULTS = { timezone: 'Europe/Paris', locale: 'en' } as const;
const sheetOf = (text: string) => readSheet(Buffer.from(text), DEFAULTS);

describe.each(eachDatabase)('importing a CSV file, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  const imports = (sheet: Sheet | Unreadable, by = admin) =>
    database.db.transaction((tx) => importSheet(tx, sheet, by, MORNING));
  const verdicts = async (text: string) => {
    const { changes, problems } = await judgeSheet(database.db, sheetOf(text), admin, MORNING);
    return [
      ...changes.map(({ row, change }) => `${row} ${change}`),
      ...problems.map(({ row, code }) => `${row} ${code}`),
    ];
  };

  it('shows the verdict on every row before it changes anything', async () => {
    const before = await checksum(database.db);
    expect(
      await verdicts('shortname,name,open\nEXCEL-1,Excel basics,yes\nexcel-2,Renamed,yes\nNEW,New,no\nX,,no'),
    ).toEqual(['2 unchanged', '3 updated', '4 created', '5 cell.empty']);
    expect(await verdicts('customer,team,user\nACME,T000000001,U0CLAIRE001\nNOBODY,T1,U1\nGLOBEX,T1,U1')).toEqual([
      '2 unchanged',
      '4 created',
      '3 customer.unknown',
    ]);
    expect(await checksum(database.db)).toBe(before);
  });

  it('imports every row with its own ledger entry, and nothing the second time', async () => {
    const sheet = sheetOf('shortname,name,open\nNEW-1,New,no\nNEW-2,Newer,yes');
    await imports(sheet);
    expect(await count(database.db, 'ledger', { action: 'course.created', actor_user: admin.userId })).toBe(2);
    const before = await checksum(database.db);
    await imports(sheet);
    expect(await checksum(database.db)).toBe(before);
  });

  it('imports nothing when one row is wrong', async () => {
    const before = await checksum(database.db);
    expect(await refusal(imports(sheetOf('shortname,name\nNEW-1,New\nNEW-2,')))).toBe('import.wrong');
    expect(await refusal(imports(sheetOf('customer,team,user\nACME,T1,U1\nNOBODY,T1,U1')))).toBe('import.wrong');
    expect(await refusal(imports(sheetOf('one,two\n1,2')))).toBe('import.wrong');
    expect(await checksum(database.db)).toBe(before);
  });

  it('leaves values without a column or a cell unchanged', async () => {
    await imports(sheetOf('shortname,name,open\nEXCEL-1,Excel basics,no'));
    await imports(sheetOf('shortname,name\nEXCEL-1,Excel anew'));
    expect(await database.db('courses').where({ shortname: 'EXCEL-1' }).first()).toMatchObject({
      name: 'Excel anew',
      hidden_at: expect.any(String),
    });
    await imports(sheetOf('code,name,timezone\nACME,Acme SA,'));
    expect(await database.db('customers').where({ code: 'ACME' }).first()).toMatchObject({
      name: 'Acme SA',
      channel: 'C0ACME00001',
      timezone: 'Europe/Paris',
    });
    await imports(sheetOf('code,name,channel\nACME,Acme SA,'));
    expect((await found(database.db('customers').where({ code: 'ACME' }).first())).channel).toBeNull();
  });

  it('checks permissions for import and preview: administrators for courses, sales for the rest', async () => {
    const before = await checksum(database.db);
    const courses = sheetOf('shortname,name\nNEW,New');
    const customers = sheetOf('code,name\nNEW,New');
    const stranger = await coordinator(database.db, claire);
    for (const by of [sales, stranger]) {
      expect(await refusal(imports(courses, by))).toMatch(/^access\.(admin|sales)_only$/);
      expect(await refusal(judgeSheet(database.db, courses, by, MORNING))).toBe('access.admin_only');
    }
    for (const kind of ['courses', 'customers', 'coordinators'] as const) {
      expect(await refusal(exportSheet(database.db, kind, stranger))).toBe('access.sales_only');
    }
    expect(await refusal(imports(customers, stranger))).toBe('access.sales_only');
    expect(await checksum(database.db)).toBe(before);
    expect((await imports(customers, sales)).changes).toMatchObject([{ change: 'created' }]);
  });

  it.each(['courses', 'customers', 'coordinators'] as const)(
    'imports an exported file of %s without a change',
    async (kind) => {
      await imports(sheetOf('shortname,name,open\n=CMD,"+""1"", @home",no'));
      const rows = await exportSheet(database.db, kind, sales);
      expect(rows.length).toBeGreaterThan(2);
      const report = await judgeSheet(database.db, sheetOf(writeTable(rows, ';')), admin, MORNING);
      expect(report.problems).toEqual([]);
      expect(report.changes.map(({ change }) => change)).toEqual(rows.slice(1).map(() => 'unchanged'));
    },
  );

  it('imports coordinators with products and quota, each in the ledger, and an export restores them elsewhere', async () => {
    const header = 'customer,team,user,products,quota\n';
    await imports(
      sheetOf(`${header}ACME,T1,U1,ENGLISH-SEAT OFFICE-PACK,5\nACME,T1,U2,"english-seat, office-pack",\nACME,T1,U3,,`),
    );
    const added = await database
      .db('ledger')
      .where({ action: 'coordinator.added', actor_user: admin.userId })
      .orderBy('id');
    expect(JSON.parse(added[0]?.after ?? '')).toEqual({
      teamId: 'T1',
      userId: 'U1',
      products: expect.arrayContaining(['ENGLISH-SEAT', 'OFFICE-PACK']),
      quota: 5,
    });
    const rows = await exportSheet(database.db, 'coordinators', sales);
    const ofAcme = rows
      .filter(([, team]) => team === 'T1')
      .map(([, , user, products = '', quota]) => [user, products.split(' ').sort(), quota]);
    const both = ['ENGLISH-SEAT', 'OFFICE-PACK'];
    expect(ofAcme).toEqual([
      ['U1', both, '5'],
      ['U2', both, ''],
      ['U3', [''], ''],
    ]);
    const elsewhere = await open();
    try {
      await fill(elsewhere.db);
      await elsewhere.db.transaction((tx) => importSheet(tx, sheetOf(writeTable(rows)), admin, MORNING));
      expect(await exportSheet(elsewhere.db, 'coordinators', sales)).toEqual(rows);
    } finally {
      await elsewhere.close();
    }
  });

  it('keeps the coordinators’ limits that have no column, and changes the others', async () => {
    await imports(sheetOf('customer,team,user,products,quota\nACME,T1,U1,OFFICE-PACK,5'));
    const limits = async () =>
      (await exportSheet(database.db, 'coordinators', sales)).find(([, team]) => team === 'T1')?.slice(3);
    const before = await checksum(database.db);
    await imports(sheetOf('customer,team,user\nACME,T1,U1'));
    expect(await checksum(database.db)).toBe(before);
    const { changes } = await imports(sheetOf('customer,team,user,quota\nACME,T1,U1,9\nACME,T1,U2,'));
    expect(changes).toMatchObject([
      { key: 'ACME T1/U1', name: 'Acme', change: 'updated', details: ['quota: 5 → 9'] },
      { change: 'created', details: [] },
    ]);
    expect(await limits()).toEqual(['OFFICE-PACK', '9']);
    await imports(sheetOf('customer,team,user,products\nACME,T1,U1,'));
    expect(await limits()).toEqual(['', '9']);
    const ledger = await database.db('ledger').where({ action: 'coordinator.changed' }).orderBy('id');
    expect(ledger.map(({ before: then, after }) => [JSON.parse(then ?? ''), JSON.parse(after ?? '')])).toMatchObject([
      [{ quota: 5 }, { quota: 9, products: ['OFFICE-PACK'] }],
      [{ products: ['OFFICE-PACK'] }, { products: [], quota: 9 }],
    ]);
  });

  it('reports the unknown product and the wrong quota of each row', async () => {
    const header = 'customer,team,user,products,quota';
    const rows = [
      'ACME,T1,U1,OFFICE-PACK NOTHING NO,',
      'ACME,T1,U2,,0',
      'ACME,T1,U3,,many',
      'ACME,T1,U4,,1000001',
      'NOBODY,T1,U5,NO,1',
    ];
    expect(await verdicts([header, ...rows].join('\n'))).toEqual([
      '2 product.unknown',
      '2 product.unknown',
      '3 cell.quota',
      '4 cell.quota',
      '5 cell.quota',
      '6 customer.unknown',
      '6 product.unknown',
    ]);
  });

  it('imports ten thousand rows of each kind', async () => {
    const rows = (line: (index: number) => string) =>
      Array.from({ length: 10_000 }, (_, index) => line(index)).join('\n');
    const files = [
      `shortname,name,open\n${rows((index) => `MASS-${index},Course number ${index},${index % 2}`)}`,
      `code,name,channel,timezone,locale\n${rows((index) => `MASS-${index},Customer ${index},C${index}A,Europe/Rome,fr`)}`,
      `customer,team,user\n${rows((index) => `MASS-${index},T1,U${index}`)}`,
    ];
    for (const file of files) {
      const began = performance.now();
      const sheet = sheetOf(file);
      const read = performance.now();
      expect((await imports(sheet)).changes).toHaveLength(10_000);
      if (process.env.TEST_TIMES)
        console.log(sheet.kind, Math.round(read - began), Math.round(performance.now() - read));
    }
    expect(await count(database.db, 'coordinators')).toBeGreaterThan(10_000);
  });
});
