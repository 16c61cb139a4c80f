import { UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { enqueue } from '../../outbox/outbox';
import { exportFile } from './export-file.messages';
import { demandExport } from './export-sheet';
import { SHEET_KINDS, type SheetKind } from './sheet';

/** Queues a file with everything of a kind for the person. */
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
  return idempotent(db, submission, by, now, {
    run: async (tx) => {
      await enqueue(tx, { message: exportFile, subject: kind, to: by }, toInstant(now));
      return kind;
    },
    load: async () => kind,
  });
}
