import { SYSTEM } from '../../core/person';
import { announce } from '../../database/changes';
import { MOODLE_FAILURE_CODES } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';
import { forgetError, hasten } from '../../outbox/claims';
import type { MessageContext } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { moodleOutageChanged } from './course-changes';

/** A first failure may be over at the next attempt, so nobody is notified. */
const SILENT_ATTEMPTS = 1;

/** Whether people are notified of this failure. */
export function isOutage({ attempts }: ClaimedMessage, error: unknown): boolean {
  return error instanceof MoodleFailure && attempts === SILENT_ATTEMPTS;
}

/** Always rethrows the error. After the second failure, every Home shows the outage. */
export async function reportOutage(
  claimed: ClaimedMessage,
  { db, now }: MessageContext,
  error: unknown,
): Promise<never> {
  if (isOutage(claimed, error)) await announce(db, { by: SYSTEM, now: now() }, moodleOutageChanged({ subject: '' }));
  throw error;
}

/** Moodle answers again: messages that waited for it are due at once. */
export async function recover({ id, attempts }: ClaimedMessage, { db, now }: MessageContext): Promise<void> {
  await forgetError(db, id);
  await hasten(db, 'moodle', MOODLE_FAILURE_CODES);
  if (attempts > 0) await announce(db, { by: SYSTEM, now: now() }, moodleOutageChanged({ subject: '' }));
}
