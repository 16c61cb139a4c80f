import { toInstant } from '../../domain/time';
import { MoodleFailure } from '../../integrations/moodle/moodle-failure';
import { queueHomes } from '../../services/follow-homes';
import { hasten } from '../../storage/outbox-turns';
import type { Turn } from '../attempt';
import type { Delivery } from '../delivery';

/** The first time that it fails everybody's Home says so, as long as something waits. */
export async function reportTrouble(turn: Turn, { db, now }: Delivery, error: unknown): Promise<never> {
  if (error instanceof MoodleFailure && turn.attempts === 0) await queueHomes(db, 'everybody', toInstant(now()));
  throw error;
}

/** What else waited for Moodle need not wait any longer. */
export async function recover({ db, now }: Delivery): Promise<void> {
  await hasten(db, 'moodle');
  await queueHomes(db, 'everybody', toInstant(now()));
}
