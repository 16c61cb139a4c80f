import { searchKey } from '../../core/text';
import type { Instant } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';
import type { CourseRow } from '../../database/tables';
import type { KnownCourse, NewCourse } from './course-sync';

/**
 * A key that starts with a space, as no folded short name does: for a course that lost its short name, and while keys
 * are swapped.
 */
const NO_KEY = "' ' || id";

const KNOWN = ['id', 'shortname', 'shortname_key', 'name', 'moodle_id', 'closed_because', 'hidden_here'] as const;

/** All courses, in the form that is compared with Moodle's. */
export async function knownCourses(db: Database): Promise<KnownCourse[]> {
  const rows = await db('courses')
    .orderBy('id')
    .select(...KNOWN);
  return rows.map(fromRow);
}

/** Id of the newest course; 0 when there is none. */
export async function newestCourse(db: Database): Promise<number> {
  const row = await db('courses').max({ newest: 'id' }).first();
  return Number(row?.newest ?? 0);
}

/** Courses may swap keys, so all release their keys first. `hidden_at` depends on both sides. */
export async function changeCourses(tx: Database, courses: readonly KnownCourse[], at: Instant): Promise<void> {
  for (const some of chunks(courses.map(({ id }) => id))) {
    await tx('courses')
      .whereIn('id', some)
      .update({ shortname_key: tx.raw(NO_KEY) });
  }
  for (const some of chunks(courses)) await change(tx, some, at);
}

export async function createCourses(tx: Database, courses: readonly NewCourse[], at: Instant): Promise<void> {
  const rows = courses.map(({ shortname, key, name, moodleId, closedBecause }) => ({
    shortname,
    shortname_key: key,
    name,
    search_key: searchKey(shortname, name),
    moodle_id: moodleId,
    closed_because: closedBecause ?? null,
    hidden_at: closedBecause ? at : null,
  }));
  for (const some of chunks(rows)) await tx('courses').insert(some);
}

/** One statement that both databases accept. */
async function change(tx: Database, courses: readonly KnownCourse[], at: Instant): Promise<void> {
  const one = '(cast(? as integer), ?, cast(? as text), ?, ?, cast(? as integer), cast(? as text))';
  const values = courses.flatMap(({ id, shortname, key, name, moodleId, closedBecause }) => [
    id,
    shortname,
    key ?? null,
    name,
    searchKey(shortname, name),
    moodleId ?? null,
    closedBecause ?? null,
  ]);
  await tx.raw(
    `update courses set
       shortname = wanted.column2,
       shortname_key = coalesce(wanted.column3, ${NO_KEY}),
       name = wanted.column4,
       search_key = wanted.column5,
       moodle_id = wanted.column6,
       closed_because = wanted.column7,
       hidden_at = case
         when wanted.column7 is null and hidden_here = 0 then null
         else coalesce(hidden_at, cast(? as text))
       end
     from (values ${courses.map(() => one).join(', ')}) as wanted
     where courses.id = wanted.column1`,
    [at, ...values],
  );
}

function fromRow(row: Pick<CourseRow, (typeof KNOWN)[number]>): KnownCourse {
  return {
    id: row.id,
    shortname: row.shortname,
    key: row.shortname_key.startsWith(' ') ? undefined : row.shortname_key,
    name: row.name,
    moodleId: row.moodle_id ?? undefined,
    closedBecause: row.closed_because ?? undefined,
    hiddenHere: row.hidden_here === 1,
  };
}
