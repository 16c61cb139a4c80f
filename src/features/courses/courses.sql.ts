import type { Course } from '../../core/course';
import { hasWildcard, isOpenEnded, type Restriction } from '../../core/restriction';
import { foldKey, searchKey } from '../../core/text';
import type { Instant } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { NewRow } from '../../database/columns';
import type { Database } from '../../database/database';
import { covers, MAX_FOUND, matchingWords } from '../../database/search';
import type { CourseRow } from '../../database/tables';

export async function findCourse(db: Database, shortname: string): Promise<Course | undefined> {
  const row = await db('courses')
    .where({ shortname_key: foldKey(shortname) })
    .first();
  return row && courseFromRow(row);
}

export async function isCourseCalled(db: Database, name: string): Promise<boolean> {
  return (await db('courses').where({ name }).first('id')) !== undefined;
}

/** By short name, else by Moodle id. */
export async function findCourseNamed(db: Database, name: string): Promise<Course | undefined> {
  const named = await findCourse(db, name);
  if (named || !/^[1-9][0-9]{0,8}$/.test(name)) return named;
  const row = await db('courses')
    .where({ moodle_id: Number(name) })
    .first();
  return row && courseFromRow(row);
}

export async function findCourseById(db: Database, id: number): Promise<Course | undefined> {
  const row = await db('courses').where({ id }).first();
  return row && courseFromRow(row);
}

/** Throws when the course does not exist. */
export async function getCourse(db: Database, id: number): Promise<Course> {
  const course = await findCourseById(db, id);
  if (!course) throw new Error(`There is no course ${id}.`);
  return course;
}

/** The existing ones, by folded short name. */
export async function findCourses(db: Database, shortnames: readonly string[]): Promise<Map<string, Course>> {
  const found = new Map<string, Course>();
  for (const keys of chunks(shortnames.map(foldKey))) {
    const rows = await db('courses').whereIn('shortname_key', keys);
    for (const row of rows) found.set(row.shortname_key, courseFromRow(row));
  }
  return found;
}

/** All courses, open and hidden, by name. */
export async function allCourses(db: Database): Promise<Course[]> {
  return (await db('courses').orderBy(['name', 'id'])).map(courseFromRow);
}

/** The courses that match entries without `%`: by short name, or by a pattern with `_` only. */
export async function coursesMeant(db: Database, entries: Restriction): Promise<Course[]> {
  const found = new Map<number, Course>();
  for (const keys of chunks(entries.filter((entry) => !isOpenEnded(entry)).map(foldKey))) {
    const query = db('courses').whereIn('shortname_key', keys);
    for (const key of keys.filter(hasWildcard)) query.orWhereRaw("shortname_key like ? escape '\\'", [key]);
    for (const row of await query) found.set(row.id, courseFromRow(row));
  }
  return [...found.values()];
}

/** Open courses by name or short name; the first hundred. */
export async function searchOpenCourses(db: Database, search: string): Promise<Course[]> {
  const query = db('courses').whereNull('hidden_at').orderBy(['name', 'id']).limit(MAX_FOUND);
  return (await matchingWords(query, 'search_key', search)).map(courseFromRow);
}

/** Number of open courses that the restriction covers now. */
export async function countOpenCourses(db: Database, courses: Restriction): Promise<number> {
  const query = db('courses').whereNull('hidden_at').count({ count: '*' });
  if (courses.length > 0) {
    query.where((any) => {
      for (const entry of courses) any.orWhereRaw(covers(':entry', 'courses.shortname_key'), { entry: foldKey(entry) });
    });
  }
  const [row] = await query;
  return Number(row?.count ?? 0);
}

/** False when the short name is taken. */
export async function insertCourse(tx: Database, course: Omit<Course, 'id'>, now: Instant): Promise<boolean> {
  const inserted = await tx('courses').insert(toRow(course, now)).onConflict('shortname_key').ignore().returning('id');
  return inserted.length === 1;
}

/** Stores whether we want it open, whatever Moodle says. False when it was so already, or has another short name now. */
export async function setOpen(
  tx: Database,
  { id, shortname }: Pick<Course, 'id' | 'shortname'>,
  open: boolean,
  now: Instant,
): Promise<boolean> {
  const hiddenAt = open ? 'case when closed_because is null then null else hidden_at end' : 'coalesce(hidden_at, ?)';
  const changed = await tx('courses')
    .where({ id, shortname, hidden_here: open ? 1 : 0 })
    .update({ hidden_here: open ? 0 : 1, hidden_at: tx.raw(hiddenAt, open ? [] : [now]) });
  return changed === 1;
}

/** No two courses may share a short name. `open` is our own choice: a course that Moodle closes stays closed. */
export async function saveCourses(db: Database, courses: readonly Omit<Course, 'id'>[], now: Instant): Promise<void> {
  const rows = courses.map((course) => toRow(course, now));
  const hiddenAt = db.raw(`case
    when excluded.hidden_here = 0 and courses.closed_because is null then null
    else coalesce(courses.hidden_at, excluded.hidden_at)
  end`);
  const excluded = (column: string) => db.raw(`excluded.${column}`);
  for (const some of chunks(rows)) {
    await db('courses')
      .insert(some)
      .onConflict('shortname_key')
      .merge({
        shortname: excluded('shortname'),
        name: excluded('name'),
        search_key: excluded('search_key'),
        hidden_here: excluded('hidden_here'),
        hidden_at: hiddenAt,
      });
  }
}

function toRow(course: Omit<Course, 'id'>, now: Instant): NewRow<'courses'> {
  return {
    shortname: course.shortname,
    shortname_key: foldKey(course.shortname),
    name: course.name,
    search_key: searchKey(course.shortname, course.name),
    hidden_at: course.open ? null : now,
    hidden_here: course.open ? 0 : 1,
  };
}

/** Exported for other features whose queries select courses. */
export function courseFromRow(row: CourseRow): Course {
  return {
    id: row.id,
    shortname: row.shortname,
    name: row.name,
    open: row.hidden_at === null,
    moodleId: row.moodle_id ?? undefined,
    closedBecause: row.closed_because ?? undefined,
    hiddenHere: row.hidden_here === 1,
  };
}
