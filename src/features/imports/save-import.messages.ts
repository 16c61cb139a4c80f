import type { Delivery } from '../../app/delivery';
import type { Outcome, Turn } from '../../outbox/attempt';
import { importingName } from './import.view';
import { findImport } from './imports.sql';
import { writeImport } from './sheet-imports';
import { showImport } from './show-import.messages';

/** Saves a file that somebody confirmed, with the rights they have now, and tells them what came of it. */
export async function saveImport(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, now } = delivery;
  const confirmed = await findImport(db, turn.subject);
  if (confirmed?.state === 'importing') {
    await writeImport(db, confirmed.key, await delivery.personOf(confirmed.by), now());
  }
  const saved = await findImport(db, turn.subject);
  return saved ? showImport(saved, importingName(saved.key), turn, delivery) : { kind: 'nothing' };
}
