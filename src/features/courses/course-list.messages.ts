import { parseInstant } from '../../core/time';
import type { Moodle } from '../../moodle/client';
import type { MoodleFailureCode } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { newestCourse } from './course-sync.sql';
import { withHiddenPeople } from './hidden-people';
import { recover, reportOutage } from './report-outage';
import { showCourses } from './show-courses';
import { syncCourses } from './sync-courses';
import { lastSyncRun } from './sync-runs.sql';

/**
 * Copies Moodle's list of courses. The subject is the name of the modal that shows the result, when a person asked for
 * it.
 */
export const syncCourseList = defineMessage({
  kind: 'moodle.courses',
  destination: 'moodle',
  deliver: takeOverCourses,
});

/** Copies Moodle's list of courses and shows it to the person who waits. After a failure, the last good list stays. */
async function takeOverCourses(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, moodle } = context;
  if (!moodle) return { kind: 'later', why: 'moodle.off' };
  // A list newer than the request answers it, so that many requests during an outage lead to one call.
  const last = await lastSyncRun(db, 'courses');
  const isAnswered =
    claimed.to !== undefined && last !== undefined && parseInstant(last) > parseInstant(claimed.createdAt);
  if (!isAnswered) await takeOver(moodle, claimed, context).catch((error) => reportFailure(claimed, context, error));
  await recover(claimed, context);
  await showCourses(claimed, context, 'taken_over');
  return { kind: 'nothing' };
}

async function takeOver(moodle: Moodle, { mayPost }: ClaimedMessage, { db, log, now }: MessageContext): Promise<void> {
  // Changes in Moodle during the call belong to the next sync run.
  const asked = now();
  const newest = await newestCourse(db);
  const found = await withHiddenPeople(moodle, await moodle.courses(), mayPost);
  const result = await syncCourses(db, { found, newest }, asked);
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

/** Shows the person the first failure only. */
async function reportFailure(claimed: ClaimedMessage, context: MessageContext, error: unknown): Promise<never> {
  if (error instanceof MoodleFailure && claimed.attempts === 0) {
    await showCourses(claimed, context, 'failed').catch((reason) =>
      context.log.warn({ err: reason }, 'Nobody could be shown that Moodle gave no list of courses'),
    );
  }
  return reportOutage(claimed, context, error);
}
