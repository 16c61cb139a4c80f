import type { Delivery } from '../../app/delivery';
import { parseInstant } from '../../core/time';
import type { Moodle } from '../../moodle/client';
import type { MoodleFailureCode } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';
import type { Outcome, Turn } from '../../outbox/attempt';
import { recover, reportTrouble } from '../enrolments/trouble.messages';
import { lastPass } from './moodle-passes.sql';
import { showCourses } from './show-courses.messages';
import { syncCourses } from './sync-courses';

/** Takes over Moodle's list of courses, and shows it to whoever waits for it. When that fails, the last good one stays. */
export async function takeOverCourses(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, moodle } = delivery;
  if (!moodle) return { kind: 'later', why: 'moodle.off' };
  // Whoever pressed while Moodle was away need not have it asked once more for each press.
  const last = await lastPass(db, 'courses');
  const isAnswered = turn.to !== undefined && last !== undefined && parseInstant(last) > parseInstant(turn.createdAt);
  if (!isAnswered) await takeOver(moodle, delivery).catch((error) => reportFailure(turn, delivery, error));
  await recover(turn, delivery);
  await showCourses(turn, delivery, 'taken_over');
  return { kind: 'nothing' };
}

async function takeOver(moodle: Moodle, { db, log, now }: Delivery): Promise<void> {
  // What changes there while it answers is for the next pass.
  const asked = now();
  const result = await syncCourses(db, await moodle.courses(), asked);
  if (result.kind === 'doubtful') throw doubtful(result.code);
  const { created, changed, leftOut } = result;
  if (created + changed > 0) log.info({ created, changed }, 'The list of courses follows Moodle');
  if (leftOut.length === 0) return;
  const courses = leftOut.slice(0, MOST_LOGGED).map(({ id, shortname }) => ({ id, shortname }));
  log.warn(
    { count: leftOut.length, courses },
    'Courses of Moodle were left out: their short names are taken or unusable',
  );
}

const MOST_LOGGED = 20;

function doubtful(code: MoodleFailureCode): MoodleFailure {
  const call = 'core_course_get_courses_by_field';
  return new MoodleFailure({ kind: 'misconfigured', code, call, words: 'every open course would be closed' });
}

/** Whoever waits is told once, however often it fails. */
async function reportFailure(turn: Turn, delivery: Delivery, error: unknown): Promise<never> {
  if (error instanceof MoodleFailure && turn.attempts === 0) {
    await showCourses(turn, delivery, 'failed').catch((reason) =>
      delivery.log.warn({ err: reason }, 'Nobody could be shown that Moodle gave no list of courses'),
    );
  }
  return reportTrouble(turn, delivery, error);
}
