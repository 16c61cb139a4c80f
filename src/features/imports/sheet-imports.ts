import { type RefusalCode, UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { enqueue } from '../../outbox/outbox';
import { lookingAgain } from '../customers/customer-accounts.sql';
import { importPreview } from './import-file.messages';
import { demandImport, mayImport } from './import-sheet';
import { createImport, findImport, findUndecided, forgetImports, sheetOf, takeStep } from './imports.sql';
import { importSave } from './save-import.messages';
import { isWorthImporting, type ReadImport, type SheetImport } from './sheet-import';
import { write } from './store-import';

/** Queues the download of the file; the preview follows. */
export async function startImport(
  db: Database,
  fileId: string | undefined,
  by: Person,
  now: Now,
  submission?: string,
): Promise<SheetImport> {
  demandImport(by, undefined);
  return idempotent(db, submission, by, now, {
    run: async (tx) => {
      if (!fileId) throw new UserError({ code: 'file.missing', field: 'file' });
      const key = await createImport(tx, by, fileId, toInstant(now));
      await enqueue(
        tx,
        { message: importPreview, subject: key, to: by, dedupeKey: `import.read:${key}` },
        toInstant(now),
      );
      return key;
    },
    load: (tx, key) => theImport(tx, key, by),
  });
}

/** Throws UserError unless the person chose the file. */
export async function previewImport(db: Database, key: string, by: Person): Promise<SheetImport> {
  demandImport(by, undefined);
  return theImport(db, key, by);
}

/** A file that the person may still confirm, so that they need not choose it again. */
export async function undecidedImport(db: Database, by: Person): Promise<ReadImport | undefined> {
  demandImport(by, undefined);
  const found = await findUndecided(db, by);
  return found && isWorthImporting(found) && mayImport(by, found.report.kind) ? found : undefined;
}

/**
 * Idempotent; only for the person who chose the file. Small imports run inline; larger ones are queued, because the
 * answer is due in three seconds. `isBegun` is true for the press that started it.
 */
export async function confirmImport(
  db: Database,
  key: string,
  by: Person,
  now: Now,
  /** Of the preview that the person saw: a later one is shown before it can be confirmed. */
  round = 0,
): Promise<{ chosen: SheetImport; isBegun: boolean }> {
  const confirm = async (tx: Database) => {
    const preview = await previewImport(tx, key, by);
    if (preview.state === 'ready' && (preview.report.round ?? 0) !== round) return { chosen: preview, isBegun: false };
    const isBegun = await begin(tx, preview, by, now);
    return { chosen: await theImport(tx, key, by), isBegun };
  };
  return lookingAgain(() => db.transaction(confirm));
}

async function begin(tx: Database, preview: SheetImport, by: Person, now: Now): Promise<boolean> {
  const { key, state } = preview;
  if (state === 'importing' || state === 'imported') return false;
  if (state !== 'ready') throw new UserError({ code: REFUSED[state] });
  const { kind, changes, problems } = preview.report;
  demandImport(by, kind);
  if (problems.length > 0) throw new UserError({ code: 'import.wrong', details: { count: problems.length } });
  if (!(await takeStep(tx, key, 'ready', 'importing'))) return begin(tx, await previewImport(tx, key, by), by, now);
  if (changes.length > A_FEW) await enqueue(tx, { message: importSave, subject: key, to: by }, toInstant(now));
  else await write(tx, key, await sheetOf(tx, key), by, now);
  return true;
}

/** Idempotent. Throws UserError once the import has started. */
export async function cancelImport(db: Database, key: string, by: Person): Promise<void> {
  const { state } = await previewImport(db, key, by);
  if (state === 'cancelled' || (await takeStep(db, key, 'ready', 'cancelled'))) return;
  throw new UserError({ code: REFUSED[state] });
}

/** This many rows are saved well within the three seconds. */
const A_FEW = 400;

const REFUSED: Record<SheetImport['state'], RefusalCode> = {
  reading: 'import.reading',
  // Another press was faster.
  ready: 'import.importing',
  importing: 'import.importing',
  imported: 'import.done',
  cancelled: 'import.cancelled',
};

/** Treats an import of another person as unknown. */
async function theImport(db: Database, key: string, { teamId, userId }: Person): Promise<SheetImport> {
  const found = await findImport(db, key);
  if (found?.by.teamId !== teamId || found.by.userId !== userId) throw new UserError({ code: 'import.unknown' });
  return found;
}

const RETENTION_DAYS = 1;

/** A file that nobody has confirmed for a day is forgotten. */
export async function forgetOldImports(db: Database, now: Now): Promise<void> {
  await forgetImports(db, toInstant(now.minus({ days: RETENTION_DAYS })));
}
