import {
  createImport,
  findImport,
  forgetImports,
  saveOutcome,
  saveReading,
  sheetOf,
  takeStep,
} from '../../../src/features/imports/imports.sql';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { ada } from '../../support/people';

const SHEET = { kind: 'courses' as const, rows: [], problems: [] };
const REPORT = { kind: 'courses' as const, changes: [], problems: [] };

describe.each(eachDatabase)('a file to be imported, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  it('is read once and settled once, and then loses its rows', async () => {
    const { db } = database;
    const key = await createImport(db, ada, 'F1', '2026-03-02T09:00:00.000Z');
    expect(await takeStep(db, key, 'ready', 'importing')).toBe(false);
    await saveReading(db, key, SHEET, REPORT);
    await saveReading(db, key, { ...SHEET, problems: [{ code: 'file.gone' }] }, REPORT);
    expect(await sheetOf(db, key)).toEqual(SHEET);
    const taken = await Promise.all(
      (['importing', 'importing', 'importing'] as const).map((to) => takeStep(db, key, 'ready', to)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await takeStep(db, key, 'ready', 'cancelled')).toBe(false);
    await saveOutcome(db, key, 'ready', { ...REPORT, problems: [{ code: 'file.gone' }] });
    expect(await sheetOf(db, key)).toEqual(SHEET);
    await saveOutcome(db, key, 'imported', REPORT);
    expect(await sheetOf(db, key)).toBeUndefined();
    expect(await findImport(db, key)).toMatchObject({ by: ada, state: 'imported', report: REPORT });
  });

  it('loses its rows when it is cancelled', async () => {
    const { db } = database;
    const key = await createImport(db, ada, 'F1', '2026-03-02T09:00:00.000Z');
    await saveReading(db, key, SHEET, REPORT);
    expect(await takeStep(db, key, 'ready', 'cancelled')).toBe(true);
    expect(await sheetOf(db, key)).toBeUndefined();
  });

  it('is deleted after its time, unless it is being imported', async () => {
    const { db } = database;
    const old = await createImport(db, ada, 'F1', '2026-03-01T08:59:59.000Z');
    const young = await createImport(db, ada, 'F2', '2026-03-01T09:00:01.000Z');
    const busy = await createImport(db, ada, 'F3', '2026-03-01T08:59:59.000Z');
    await saveReading(db, busy, SHEET, REPORT);
    await takeStep(db, busy, 'ready', 'importing');
    expect(await forgetImports(db, '2026-03-01T09:00:00.000Z')).toBe(1);
    expect(await findImport(db, old)).toBeUndefined();
    expect(await findImport(db, young)).toMatchObject({ state: 'reading' });
  });
});
