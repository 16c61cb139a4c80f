import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import { concernsOneCourse, MOODLE_FAILURE_CODES, type MoodleFailureCode } from '../../moodle/moodle';
import { LIVE } from '../../outbox/outbox';
import type { CourseOutage, MoodleOutage } from './moodle-outage';

// Read off what waits, so that it ends by itself.

/** Why everything waits for Moodle, and since when; undefined while nothing does after a failure that is of the whole site. */
export async function findOutage(db: Database): Promise<MoodleOutage | undefined> {
  const [oldest] = (await failing(db)).filter((one) => !concernsOneCourse(one.code, one.courses));
  if (!oldest) return undefined;
  const row = await waiting(db).where({ kind: 'moodle.course' }).count({ count: '*' }).first();
  return { code: oldest.code, since: oldest.since, waiting: Number(row?.count ?? 0) };
}

/** Why that course waits: for what everything waits, else for what is its own. */
export async function findOutageOf(db: Database, courseId: number): Promise<MoodleOutage | undefined> {
  const everywhere = await findOutage(db);
  if (everywhere) return everywhere;
  const [own] = await ofCourses(db, await ownCodes(db), String(courseId));
  return own && { code: own.code, since: own.since, waiting: 1, isOfCourse: true };
}

/** The courses that wait for what is theirs alone, those that have longest on top: the first few, and how many there are. */
export async function findCourseOutages(db: Database, most: number): Promise<{ shown: CourseOutage[]; total: number }> {
  const found = await ofCourses(db, await ownCodes(db));
  const first = found.slice(0, most);
  const names = await db('courses')
    .whereIn(
      'id',
      first.map(({ subject }) => Number(subject)),
    )
    .select('id', 'name');
  const nameOf = (subject: string) => names.find(({ id }) => id === Number(subject))?.name ?? subject;
  return {
    shown: first.map(({ subject, code, since }) => ({ course: nameOf(subject), code, since })),
    total: found.length,
  };
}

interface Failing {
  code: MoodleFailureCode;
  since: Instant;
  /** How many courses have it. */
  courses: number;
}

async function failing(db: Database): Promise<Failing[]> {
  const rows = await waiting(db)
    .whereIn('last_error', [...MOODLE_FAILURE_CODES])
    .groupBy('last_error')
    .select({ code: 'last_error' })
    .min({ since: 'first_tried_at' })
    .countDistinct({ courses: 'subject' })
    .orderBy('since');
  return rows.filter(isFailing).map((row) => ({ ...row, courses: Number(row.courses) }));
}

/** Those that failed so far, as far as they are of one course. */
async function ownCodes(db: Database): Promise<MoodleFailureCode[]> {
  return (await failing(db)).filter((one) => concernsOneCourse(one.code, one.courses)).map(({ code }) => code);
}

async function ofCourses(db: Database, codes: readonly MoodleFailureCode[], subject?: string) {
  const query = waiting(db)
    .where({ kind: 'moodle.course' })
    .whereIn('last_error', [...codes])
    .orderBy('first_tried_at')
    .select({ subject: 'subject', code: 'last_error', since: 'first_tried_at' });
  if (subject !== undefined) query.where({ subject });
  return (await query).filter(isFailing);
}

function isFailing<R extends { code: string | null; since: Instant | null }>(
  row: R,
): row is R & Pick<Failing, 'code' | 'since'> {
  return row.since !== null && MOODLE_FAILURE_CODES.some((code) => code === row.code);
}

function waiting(db: Database) {
  return db('outbox').whereRaw("destination = 'moodle'").whereRaw(LIVE);
}
