import { UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { once } from '../../database/idempotent';
import { enqueue } from '../../outbox/outbox';
import { exportFile } from './export-file.messages';
import { demandExport } from './export-sheet';
import { SHEET_KINDS, type SheetKind } from './sheet';

/** Sends a file with all of a kind to whoever asks. */
export async function askForExport(
  db: Database,
  wanted: string | undefined,
  by: Person,
  now: Now,
  submission?: string,
): Promise<SheetKind> {
  const kind = SHEET_KINDS.find((one) => one === wanted);
  demandExport(by, kind ?? 'courses');
  if (!kind) throw new UserError({ code: 'choice.missing', field: 'kind' });
  return once(db, submission, by, now, {
    run: async (tx) => {
      await enqueue(tx, { message: exportFile, subject: kind, to: by }, toInstant(now));
      return kind;
    },
    load: async () => kind,
  });
}
