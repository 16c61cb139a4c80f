import { type ClosedBecause, type Course, MAX_SHORTNAME_LENGTH } from '../../core/course';
import { type Refusal, type RefusalCode, refuseAny, UserError } from '../../core/errors';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { plainText } from '../../core/plain-text';
import { foldKey, MAX_NAME_LENGTH, oneLine } from '../../core/text';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import { courseCreated, courseUpdated } from './course-changes';
import type { CourseList } from './course-list';
import { pageCourses } from './course-pages.sql';
import { findCourse, findCourseById, insertCourse, setOpen } from './courses.sql';
import { type ShownCourse, shownCourse } from './shown-course';
import { lastSyncRun } from './sync-runs.sql';

const COURSES_PER_PAGE = 20;
/** Limits the page number that a client may send. */
const LAST_PAGE = 100_000;

/** All courses, for everyone who sells. A page past the end shows the last one. */
export async function listCourses(
  db: Database,
  request: { search: string; page: number },
  by: Person,
): Promise<CourseList> {
  demand(by, 'generate');
  const { search } = request;
  const size = COURSES_PER_PAGE;
  const wanted = request.page >= 0 && request.page <= LAST_PAGE ? Math.trunc(request.page) : 0;
  const found = await pageCourses(db, search, { size, offset: wanted * size });
  const pages = Math.max(1, Math.ceil(found.total / size));
  if (wanted >= pages) return listCourses(db, { search, page: pages - 1 }, by);
  return { search, ...found, page: wanted, pages, syncedAt: await lastSyncRun(db, 'courses') };
}

/** Creates an open course. With a Moodle (`isConnected`), asks it at once whether it has that course. */
export async function addCourse(
  db: Database,
  form: { shortname: string | undefined; name: string | undefined },
  by: Person,
  now: Now,
  { submission, isConnected = false }: { submission?: string | undefined; isConnected?: boolean } = {},
): Promise<Course> {
  return idempotent(db, submission, by, now, {
    run: async (tx) => {
      demand(by, 'courses');
      const course = { ...checked(form), open: true };
      const isNew = await insertCourse(tx, course, toInstant(now));
      if (!isNew)
        throw new UserError({ code: 'shortname.taken', field: 'shortname', details: { shortname: course.shortname } });
      const facts = { isUnknownToMoodle: isConnected, inBulk: false };
      await record(tx, by, now, courseCreated({ subject: course.shortname, after: course }, facts));
      return course.shortname;
    },
    load: theCourse,
  });
}

/**
 * Takes effect for every seat assigned from now on. Idempotent. Throws UserError when the course is no longer what the
 * person saw. Opening a course that Moodle closes stores the choice for later, and throws UserError with the reason.
 */
export async function openOrHide(db: Database, shown: ShownCourse, open: boolean, by: Person, now: Now): Promise<void> {
  demand(by, 'courses');
  const { name, closedBecause } = await db.transaction(async (tx) => {
    const course = await findCourseById(tx, shown.id);
    if (!course) throw new UserError({ code: 'course.changed' });
    if (course.hiddenHere === !open) return course;
    if (shownCourse(course).version !== shown.version) throw new UserError({ code: 'course.changed' });
    if (!(await setOpen(tx, course, open, toInstant(now)))) throw new UserError({ code: 'course.changed' });
    const { id: _, hiddenHere: __, ...terms } = course;
    const [before, after] = [
      { ...terms, open: !open },
      { ...terms, open },
    ];
    await record(tx, by, now, courseUpdated({ subject: course.shortname, before, after }, { inBulk: false }));
    return course;
  });
  if (open && closedBecause) throw new UserError({ code: STAYS_CLOSED[closedBecause], details: { course: name } });
}

const STAYS_CLOSED: Record<ClosedBecause, RefusalCode> = {
  hidden: 'course.hidden_in_moodle',
  gone: 'course.gone_from_moodle',
  no_enrolment: 'course.no_enrolment_in_moodle',
  unusable_name: 'course.unusable_name_in_moodle',
  separate_groups: 'course.separate_groups_in_moodle',
};

function checked(form: { shortname: string | undefined; name: string | undefined }) {
  const shortname = plainText(form.shortname ?? '');
  const name = oneLine(form.name ?? '');
  const refusals: Refusal[] = [];
  const refuse = (refusal: Refusal, isWrong: boolean) => isWrong && refusals.push(refusal);
  const tooLong = (field: 'shortname' | 'course_name', most: number): Refusal => ({
    code: 'text.too_long',
    field,
    details: { most },
  });
  refuse({ code: 'shortname.missing', field: 'shortname' }, shortname === '');
  refuse({ code: 'shortname.backslash', field: 'shortname' }, foldKey(shortname).includes('\\'));
  refuse(tooLong('shortname', MAX_SHORTNAME_LENGTH), shortname.length > MAX_SHORTNAME_LENGTH);
  refuse({ code: 'name.missing', field: 'course_name' }, name === '');
  refuse(tooLong('course_name', MAX_NAME_LENGTH), name.length > MAX_NAME_LENGTH);
  refuseAny(refusals);
  return { shortname, name };
}

async function theCourse(db: Database, shortname: string): Promise<Course> {
  const course = await findCourse(db, shortname);
  if (!course) throw new UserError({ code: 'course.unknown', field: 'course', details: { course: shortname } });
  return course;
}
