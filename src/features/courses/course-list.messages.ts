import { parseInstant } from '../../core/time';
import type { Moodle } from '../../moodle/client';
import type { MoodleFailureCode } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { recover, reportOutage } from './report-outage';
import { showCourses } from './show-courses';
import { syncCourses } from './sync-courses';
import { lastSyncRun } from './sync-runs.sql';

/** Takes over Moodle's list of courses; the subject names the modal of the person who asked for it, if one did. */
export const syncCourseList = defineMessage({
  kind: 'moodle.courses',
  destination: 'moodle',
  deliver: takeOverCourses,
});

/** Takes over Moodle's list of courses, and shows it to whoever waits for it. When that fails, the last good one stays. */
async function takeOverCourses(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, moodle } = context;
  if (!moodle) return { kind: 'later', why: 'moodle.off' };
  // Whoever pressed while Moodle was away need not have it asked once more for each press.
  const last = await lastSyncRun(db, 'courses');
  const isAnswered =
    claimed.to !== undefined && last !== undefined && parseInstant(last) > parseInstant(claimed.createdAt);
  if (!isAnswered) await takeOver(moodle, context).catch((error) => reportFailure(claimed, context, error));
  await recover(claimed, context);
  await showCourses(claimed, context, 'taken_over');
  return { kind: 'nothing' };
}

async function takeOver(moodle: Moodle, { db, log, now }: MessageContext): Promise<void> {
  // What changes there while it answers is for the next pass.
  const asked = now();
  const result = await syncCourses(db, await moodle.courses(), asked);
  if (result.kind === 'doubtful') throw doubtful(result.code);
  const { created, changed, leftOut } = result;
  if (created + changed > 0) log.info({ created, changed }, 'The list of courses follows Moodle');
  if (leftOut.length === 0) return;
  const courses = leftOut.slice(0, MAX_LOGGED).map(({ id, shortname }) => ({ id, shortname }));
  log.warn(
    { count: leftOut.length, courses },
    'Courses of Moodle were left out: their short names are taken or unusable',
  );
}

const MAX_LOGGED = 20;

function doubtful(code: MoodleFailureCode): MoodleFailure {
  const call = 'core_course_get_courses_by_field';
  return new MoodleFailure({ kind: 'misconfigured', code, call, words: 'every open course would be closed' });
}

/** Whoever waits is told once, however often it fails. */
async function reportFailure(claimed: ClaimedMessage, context: MessageContext, error: unknown): Promise<never> {
  if (error instanceof MoodleFailure && claimed.attempts === 0) {
    await showCourses(claimed, context, 'failed').catch((reason) =>
      context.log.warn({ err: reason }, 'Nobody could be shown that Moodle gave no list of courses'),
    );
  }
  return reportOutage(claimed, context, error);
}
