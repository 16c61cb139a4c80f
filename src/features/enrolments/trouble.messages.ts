import type { Delivery } from '../../app/delivery';
import { toInstant } from '../../core/time';
import { MoodleFailure } from '../../moodle/moodle-failure';
import type { Turn } from '../../outbox/attempt';
import { forgetError, hasten } from '../../outbox/outbox-turns';
import { queueHomes } from '../home/follow-homes';
import { dueToEnrol, dueToRelease } from './due-enrolments.sql';
import { showChanged } from './settle-enrolments';

/** A failure that passes at once is nobody's concern. */
const TRIES_UNSAID = 1;
const MOST_SHOWN = 50;

/** When it has failed twice everybody's Home says so, and so do the modals of those who wait. */
export async function reportTrouble(turn: Turn, { db, now }: Delivery, error: unknown): Promise<never> {
  if (error instanceof MoodleFailure && turn.attempts === TRIES_UNSAID) {
    const at = toInstant(now());
    const course = Number(turn.subject);
    const find = turn.kind === 'moodle.course' ? [dueToRelease, dueToEnrol] : [];
    const waiting = (await Promise.all(find.map((due) => due(db, course, MOST_SHOWN)))).flat();
    await db.transaction((tx) => showChanged(tx, waiting, at));
    await queueHomes(db, 'everybody', at);
  }
  throw error;
}

/** Moodle does what it is asked: what else waited for it need not wait any longer. */
export async function recover({ id, attempts }: Turn, { db, now }: Delivery): Promise<void> {
  await forgetError(db, id);
  await hasten(db);
  if (attempts > 0) await queueHomes(db, 'everybody', toInstant(now()));
}
