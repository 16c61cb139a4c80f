import { createImport, findImport, forgetImports, saveReading, settleImport, sheetOf } from '../../src/storage/imports';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { ada } from '../support/people';

const SHEET = { kind: 'courses' as const, rows: [], problems: [] };
const REPORT = { kind: 'courses' as const, changes: [], problems: [] };

describe.each(eachDatabase)('a file to be imported, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  it('is read once, settled once, and its rows are let go of then', async () => {
    const { db } = database;
    const key = await createImport(db, ada, 'F1', '2026-03-02T09:00:00.000Z');
    expect(await settleImport(db, key, 'imported', REPORT)).toBe(false);
    await saveReading(db, key, SHEET, REPORT);
    await saveReading(db, key, { ...SHEET, problems: [{ code: 'file.gone' }] }, REPORT);
    expect(await sheetOf(db, key)).toEqual(SHEET);
    const settled = await Promise.all(
      (['imported', 'cancelled', 'imported'] as const).map((state) => settleImport(db, key, state)),
    );
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await sheetOf(db, key)).toBeUndefined();
    expect(await findImport(db, key)).toMatchObject({ by: ada, report: REPORT });
  });

  it('is forgotten after its time', async () => {
    const { db } = database;
    const old = await createImport(db, ada, 'F1', '2026-03-01T08:59:59.000Z');
    const young = await createImport(db, ada, 'F2', '2026-03-01T09:00:01.000Z');
    expect(await forgetImports(db, '2026-03-01T09:00:00.000Z')).toBe(1);
    expect(await findImport(db, old)).toBeUndefined();
    expect(await findImport(db, young)).toMatchObject({ state: 'reading' });
  });
});
