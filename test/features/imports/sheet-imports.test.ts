import { readSheet } from '../../../src/features/imports/files/csv-sheet';
import { createImport, forgetImports } from '../../../src/features/imports/imports.sql';
import { importSave } from '../../../src/features/imports/save-import.messages';
import { cancelImport, confirmImport, previewImport } from '../../../src/features/imports/sheet-imports';
import { saveConfirmed, storeReading } from '../../../src/features/imports/store-import';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { anEntry } from '../../support/outbox-entry';
import { admin, MORNING, refusal, sales } from '../../support/people';
import { checksum, count } from '../../support/tables';

const ROWS = Array.from({ length: 500 }, (_, index) => `MANY-${index},Many ${index}`);
const SHEET = readSheet(Buffer.from(`shortname,name\n${ROWS.join('\n')}`), { timezone: 'UTC', locale: 'en' });

describe.each(eachDatabase)('a confirmed file with many rows, on $name', ({ open }) => {
  let database: TestDatabase;
  let key: string;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    key = await createImport(database.db, admin, 'F1', '2026-03-02T09:00:00.000Z');
    await storeReading(database.db, key, SHEET, admin, MORNING);
    expect(await confirmImport(database.db, key, admin, MORNING)).toMatchObject({ isBegun: true });
  });

  afterEach(() => database?.close());

  const state = async () => (await previewImport(database.db, key, admin)).state;
  const catalogue = () => checksum(database.db, { without: ['outbox', 'imports'] });

  it('is saved once, even with several senders and several presses', async () => {
    const presses = await Promise.all([1, 2].map(() => confirmImport(database.db, key, admin, MORNING)));
    expect(presses.map(({ isBegun }) => isBegun)).toEqual([false, false]);
    expect(await count(database.db, 'outbox', { kind: 'import.write' })).toBe(1);
    await Promise.all([1, 2, 3].map(() => saveConfirmed(database.db, key, admin, MORNING)));
    expect(await state()).toBe('imported');
    const saved = await catalogue();
    await saveConfirmed(database.db, key, admin, MORNING);
    expect(await catalogue()).toBe(saved);
    expect(await count(database.db, 'ledger', { action: 'sheet.imported' })).toBe(1);
    expect(await confirmImport(database.db, key, admin, MORNING)).toMatchObject({ isBegun: false });
  });

  it('goes back to its preview when a row has changed since, as often as that happens', async () => {
    const { db } = database;
    for (const name of ['Theirs', 'Theirs again']) {
      await db('courses').where({ shortname: 'MANY-0' }).delete();
      await db('courses').insert({ shortname: 'MANY-0', shortname_key: 'many-0', name, search_key: 'many-0' });
      const before = await catalogue();
      await saveConfirmed(db, key, admin, MORNING);
      const preview = await previewImport(db, key, admin);
      if (preview.state !== 'ready') throw new Error(`The import is ${preview.state}.`);
      expect(preview.report.overtaken).toEqual([2]);
      expect(await catalogue()).toBe(before);
      expect(await confirmImport(db, key, admin, MORNING)).toMatchObject({ isBegun: false });
      expect(await confirmImport(db, key, admin, MORNING, preview.report.round)).toMatchObject({ isBegun: true });
    }
    await saveConfirmed(db, key, admin, MORNING);
    expect(await state()).toBe('imported');
  });

  it('can no longer be cancelled', async () => {
    expect(await refusal(cancelImport(database.db, key, admin))).toBe('import.importing');
    await saveConfirmed(database.db, key, admin, MORNING);
    expect(await refusal(cancelImport(database.db, key, admin))).toBe('import.done');
  });

  it('is not saved when its person has lost the permission meanwhile', async () => {
    const before = await catalogue();
    await saveConfirmed(database.db, key, { ...sales, teamId: admin.teamId, userId: admin.userId }, MORNING);
    expect(await previewImport(database.db, key, admin)).toMatchObject({
      state: 'ready',
      report: { problems: [{ code: 'file.not_allowed' }] },
    });
    expect(await refusal(confirmImport(database.db, key, admin, MORNING))).toBe('import.wrong');
    expect(await catalogue()).toBe(before);
  });

  it('can be confirmed again when saving has failed for too long', async () => {
    await database.db('outbox').delete();
    await database.db('imports').update({ created_at: MORNING.minus({ days: 3 }).toISO() });
    const entry = { ...anEntry('import.write', key), to: { teamId: admin.teamId, userId: admin.userId } };
    await importSave.onGivenUp?.(database.db, entry, 'fatal_error', MORNING);
    // The person gets the preview again, since the modal is gone. The import is not deleted with those of three days
    // ago.
    expect(await count(database.db, 'outbox', { kind: 'import.read', to_user: admin.userId, state: 'pending' })).toBe(
      1,
    );
    expect(await forgetImports(database.db, MORNING.minus({ days: 1 }).toISO())).toBe(0);
    expect(await confirmImport(database.db, key, admin, MORNING)).toMatchObject({ isBegun: true });
    expect(await count(database.db, 'outbox', { kind: 'import.write', state: 'pending' })).toBe(1);
  });
});
