import { insertEnrolment } from '../../../src/features/assignments/enrolments.sql';
import { findAssignableCourses } from '../../../src/features/assignments/find-courses';
import { openOrHide } from '../../../src/features/courses/manage-courses';
import { syncCourses } from '../../../src/features/courses/sync-courses';
import { lastSyncRun } from '../../../src/features/courses/sync-runs.sql';
import { importCatalogue } from '../../../src/features/imports/import-catalogue';
import type { MoodleCourse } from '../../../src/moodle/moodle';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { fill } from '../../support/office';
import { admin, assigns, claire, coordinator, MORNING, refusal, sells } from '../../support/people';
import { courseShown } from '../../support/shown-course';
import { count } from '../../support/tables';

/** No course was added while Moodle was asked. */
const ALL = Number.MAX_SAFE_INTEGER;
const LATER = MORNING.plus({ minutes: 10 });

const aCourse = (id: number, shortname: string, more: Partial<MoodleCourse> = {}): MoodleCourse => {
  return {
    id,
    shortname,
    name: `Course ${shortname}`,
    visible: true,
    enrolsManually: true,
    separatesGroups: false,
    ...more,
  };
};

describe.each(eachDatabase)('the courses of Moodle, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  const sync = (...found: MoodleCourse[]) => syncCourses(database.db, { found, newest: ALL }, MORNING);
  /** Short names and Moodle ids, with the reason why each course is closed. */
  const list = async () => {
    const rows = await database.db('courses').orderBy('id');
    return rows.map((row) => [row.shortname, row.moodle_id, row.hidden_at && (row.closed_because ?? 'here')]);
  };
  const rowOf = (shortname: string) => found(database.db('courses').where({ shortname }).first());
  const opens = (shortnames: string[], isOpen = true) => {
    const courses = shortnames.map((shortname) => ({ shortname, name: shortname, open: isOpen }));
    return fill(database.db, JSON.stringify({ courses }));
  };

  it('are created here, or matched by short name in any case', async () => {
    await opens(['EXCEL-1', 'WORD-1']);
    const { id } = await rowOf('EXCEL-1');
    expect(await sync(aCourse(2, 'Excel-1'), aCourse(3, 'WORD-1'), aCourse(4, 'NEW-1'))).toEqual({
      kind: 'taken_over',
      created: 1,
      changed: 2,
      leftOut: [],
    });
    expect(await list()).toEqual([
      ['Excel-1', 2, null],
      ['WORD-1', 3, null],
      ['NEW-1', 4, null],
    ]);
    expect(await rowOf('Excel-1')).toMatchObject({ id, name: 'Course Excel-1', search_key: 'excel-1 course excel-1' });
    expect(await count(database.db, 'ledger', { action: 'course.updated', subject: 'WORD-1' })).toBe(1);
    expect(await count(database.db, 'ledger', { action: 'course.created', subject: 'NEW-1' })).toBe(1);
  });

  it('keep their identity when they are renamed, swap short names, or pass them on', async () => {
    await sync(aCourse(2, 'A'), aCourse(3, 'B'), aCourse(4, 'C'), aCourse(5, 'D'));
    await sync(aCourse(2, 'B'), aCourse(3, 'A'), aCourse(4, 'D'), aCourse(5, 'E', { name: 'Fifth' }));
    expect(await list()).toEqual([
      ['B', 2, null],
      ['A', 3, null],
      ['D', 4, null],
      ['E', 5, null],
    ]);
    expect(await rowOf('E')).toMatchObject({ name: 'Fifth', shortname_key: 'e' });
  });

  it('are closed while Moodle hides them, and open again when it shows them', async () => {
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    await sync(aCourse(2, 'A', { visible: false }), aCourse(3, 'B'));
    expect(await list()).toEqual([
      ['A', 2, 'hidden'],
      ['B', 3, null],
    ]);
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    expect((await list())[0]).toEqual(['A', 2, null]);
  });

  it('are closed when they are gone, and restored when they return', async () => {
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    await sync(aCourse(3, 'B'));
    expect((await list())[0]).toEqual(['A', 2, 'gone']);
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    expect((await list())[0]).toEqual(['A', 2, null]);
    expect(await count(database.db, 'courses')).toBe(2);
  });

  it('are closed when Moodle never had them', async () => {
    await opens(['OURS']);
    await sync(aCourse(2, 'A'));
    expect(await list()).toEqual([
      ['OURS', null, 'gone'],
      ['A', 2, null],
    ]);
  });

  it('are new courses when Moodle recreates them under the same short name', async () => {
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    const { id } = await rowOf('A');
    await sync(aCourse(3, 'B'), aCourse(9, 'A'));
    expect(await list()).toEqual([
      ['A', 2, 'gone'],
      ['B', 3, null],
      ['A', 9, null],
    ]);
    const newA = await found(database.db('courses').where({ shortname_key: 'a' }).first());
    expect(newA).toMatchObject({ moodle_id: 9 });
    expect(newA.id).not.toBe(id);
  });

  it('cannot be assigned without manual enrolment, with a reason, until it is allowed again', async () => {
    await fill(database.db);
    const found = (await database.db('courses').orderBy('id').pluck('shortname')).map((name, index) =>
      aCourse(index + 2, name, { enrolsManually: name !== 'EXCEL-1' }),
    );
    await sync(...found);
    await sells(database.db);
    expect(await refusal(assigns(database.db))).toBe('course.no_enrolment');
    await sync(...found.map((one) => ({ ...one, enrolsManually: true })));
    await assigns(database.db);
    await sync(...found.filter(({ shortname }) => shortname !== 'EXCEL-1'));
    expect(await refusal(assigns(database.db))).toBe('course.closed');
  });

  it('are not hidden or opened by a button that showed another course, or another state', async () => {
    const { db } = database;
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    const shown = await courseShown(db, 'A');
    await sync(aCourse(2, 'C'), aCourse(3, 'A'));
    expect(await refusal(openOrHide(db, shown, false, admin, MORNING))).toBe('course.changed');
    expect(await list()).toEqual([
      ['C', 2, null],
      ['A', 3, null],
    ]);
    const open = await courseShown(db, 'A');
    for (const isOpen of [false, true]) await openOrHide(db, await courseShown(db, 'A'), isOpen, admin, MORNING);
    await sync(aCourse(2, 'C'), aCourse(3, 'A', { visible: false }));
    expect(await refusal(openOrHide(db, open, false, admin, MORNING))).toBe('course.changed');
    await sync(aCourse(2, 'C'), aCourse(3, 'A'));
    await openOrHide(db, open, false, admin, MORNING);
    await openOrHide(db, open, false, admin, MORNING);
    expect(await count(db, 'ledger', { action: 'course.updated', subject: 'A', actor_user: admin.userId })).toBe(3);
  });

  it('stay hidden when we hide them', async () => {
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    await openOrHide(database.db, await courseShown(database.db, 'A'), false, admin, MORNING);
    await sync(aCourse(2, 'A', { visible: false }), aCourse(3, 'B'));
    expect((await list())[0]).toEqual(['A', 2, 'hidden']);
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    expect((await list())[0]).toEqual(['A', 2, 'here']);
  });

  it.each([
    ['hidden', 'course.hidden_in_moodle', [aCourse(2, 'A', { visible: false })]],
    ['without manual enrolment', 'course.no_enrolment_in_moodle', [aCourse(2, 'A', { enrolsManually: false })]],
    ['gone', 'course.gone_from_moodle', []],
  ])('stay closed while they are %s there, and open as soon as that ends', async (_, code, others) => {
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    await openOrHide(database.db, await courseShown(database.db, 'A'), false, admin, MORNING);
    await sync(...others, aCourse(3, 'B'));
    expect(await refusal(openOrHide(database.db, await courseShown(database.db, 'A'), true, admin, MORNING))).toBe(
      code,
    );
    expect((await list())[0]?.[2]).not.toBeNull();
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    expect((await list())[0]).toEqual(['A', 2, null]);
  });

  it('stay closed when a file opens them, and open once Moodle allows it', async () => {
    await opens(['A', 'B'], false);
    await sync(aCourse(2, 'A', { visible: false }), aCourse(3, 'B'));
    const catalogue = { courses: [{ shortname: 'A', name: 'A', open: true }], products: [], customers: [] };
    await importCatalogue(database.db, catalogue, admin, MORNING);
    expect((await list())[0]).toEqual(['A', 2, 'hidden']);
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    expect(await list()).toEqual([
      ['A', 2, null],
      ['B', 3, 'here'],
    ]);
  });

  it('have unique short names: the known course keeps it, else the older one', async () => {
    const first = await sync(aCourse(8, 'a'), aCourse(5, 'A'), aCourse(2, 'D\\E'));
    expect(first).toMatchObject({ leftOut: [{ id: 8 }, { id: 2 }] });
    expect(await list()).toEqual([['A', 5, null]]);
    expect(await sync(aCourse(4, 'a'), aCourse(5, 'A'))).toMatchObject({ leftOut: [{ id: 4 }] });
    await sync(aCourse(4, 'b'), aCourse(5, 'A'));
    expect(await sync(aCourse(4, 'a'), aCourse(5, 'A'))).toMatchObject({ leftOut: [{ id: 4 }] });
    expect(await list()).toEqual([
      ['A', 5, null],
      ['b', 4, 'unusable_name'],
    ]);
  });

  it('sync 5,000 courses in one run, and change nothing in the next', async () => {
    const found = Array.from({ length: 5_000 }, (_, index) => aCourse(index + 2, `C-${index}`));
    expect(await sync(...found)).toMatchObject({ created: 5_000 });
    const entries = await count(database.db, 'ledger');
    expect(await sync(...found)).toMatchObject({ created: 0, changed: 0 });
    expect(await count(database.db, 'ledger')).toBe(entries);
    const renamed = found.map((one, index) => ({ ...one, shortname: `C-${(index + 1) % 5_000}` }));
    expect(await sync(...renamed)).toMatchObject({ created: 0, changed: 5_000 });
    expect(await database.db('courses').where({ moodle_id: 2 }).first()).toMatchObject({ shortname_key: 'c-1' });
  });

  it('are offered at once for seats sold earlier, if the restriction covers them', async () => {
    await fill(database.db);
    await sells(database.db);
    const names: string[] = await database.db('courses').orderBy('id').pluck('shortname');
    const found = names.map((name, index) => aCourse(index + 2, name));
    await sync(...found, aCourse(100, 'EXCEL-NEW'), aCourse(101, 'OTHER'));
    const by = await coordinator(database.db, claire);
    const offered = async () =>
      (await findAssignableCourses(database.db, { customer: 'ACME' }, '', by, MORNING)).map(
        ({ shortname }) => shortname,
      );
    expect(await offered()).toContain('EXCEL-NEW');
    expect(await offered()).not.toContain('OTHER');
    await sync(...found);
    expect(await offered()).not.toContain('EXCEL-NEW');
  });

  it('keep the last good list while Moodle seems to hide them', async () => {
    await sync(aCourse(2, 'A'), aCourse(3, 'B'));
    const before = await list();
    const hidden = [aCourse(2, 'A', { visible: false }), aCourse(3, 'B', { visible: false })];
    expect(await syncCourses(database.db, { found: hidden, newest: ALL }, LATER)).toEqual({
      kind: 'doubtful',
      code: 'moodle.course_access',
    });
    expect(await syncCourses(database.db, { found: [], newest: ALL }, LATER)).toEqual({
      kind: 'doubtful',
      code: 'moodle.blind',
    });
    expect(await list()).toEqual(before);
    expect(await lastSyncRun(database.db, 'courses')).toBe(MORNING.toISO());
  });

  it('are not taken for deleted when they were added here while Moodle was asked', async () => {
    await opens(['EXCEL-1', 'WORD-1', 'SEEN', 'UNSEEN']);
    const { id: newest } = await rowOf('WORD-1');
    const found = [aCourse(2, 'EXCEL-1'), aCourse(4, 'SEEN')];
    await syncCourses(database.db, { found, newest }, MORNING);
    expect(await list()).toEqual([
      ['EXCEL-1', 2, null],
      ['WORD-1', null, 'gone'],
      ['SEEN', 4, null],
      ['UNSEEN', null, null],
    ]);
  });

  it('have their trainees checked when they disappear', async () => {
    await fill(database.db);
    const names: string[] = await database.db('courses').orderBy('id').pluck('shortname');
    const found = names.map((name, index) => aCourse(index + 2, name));
    await sync(...found);
    await sells(database.db, { quantity: 2 });
    const { id: assignmentId, course } = await assigns(database.db);
    await insertEnrolment(database.db, { assignmentId, courseId: course.id, waiting: claire });
    await database.db('enrolments').update({ state: 'enrolled', asked_at: MORNING.toISO(), account_id: 7 });
    await sync(...found.filter(({ shortname }) => !['EXCEL-1', 'EXCEL-2'].includes(shortname)));
    const turns = await database.db('outbox').where({ kind: 'moodle.course' }).pluck('subject');
    expect(turns).toEqual([String(course.id)]);
  });
});
