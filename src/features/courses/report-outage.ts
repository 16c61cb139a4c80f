import { SYSTEM } from '../../core/person';
import { announce } from '../../database/changes';
import { MOODLE_FAILURE_CODES } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';
import { forgetError, hasten } from '../../outbox/claims';
import type { MessageContext } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { moodleOutageChanged } from './course-changes';

/** A failure that passes at once concerns nobody. */
const ATTEMPTS_UNSAID = 1;

/** Whether this failure is the one to tell of. */
export function isOutage({ attempts }: ClaimedMessage, error: unknown): boolean {
  return error instanceof MoodleFailure && attempts === ATTEMPTS_UNSAID;
}

/** Throws the error again. When Moodle has failed twice, everybody's Home says so. */
export async function reportOutage(
  claimed: ClaimedMessage,
  { db, now }: MessageContext,
  error: unknown,
): Promise<never> {
  if (isOutage(claimed, error)) await announce(db, { by: SYSTEM, now: now() }, moodleOutageChanged({ subject: '' }));
  throw error;
}

/** Moodle answers again: what else waited for it is due at once. */
export async function recover({ id, attempts }: ClaimedMessage, { db, now }: MessageContext): Promise<void> {
  await forgetError(db, id);
  await hasten(db, 'moodle', MOODLE_FAILURE_CODES);
  if (attempts > 0) await announce(db, { by: SYSTEM, now: now() }, moodleOutageChanged({ subject: '' }));
}
