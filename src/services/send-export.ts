import { UserError } from '../domain/errors';
import type { Person } from '../domain/person';
import { SHEET_KINDS, type SheetKind } from '../domain/sheet';
import { type Now, toInstant } from '../domain/time';
import type { Database } from '../storage/database';
import { enqueue } from '../storage/outbox';
import { demandExport } from './export-sheet';
import { once } from './once';

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
      await enqueue(tx, { kind: 'export.send', subject: kind, to: by }, toInstant(now));
      return kind;
    },
    load: async () => kind,
  });
}
