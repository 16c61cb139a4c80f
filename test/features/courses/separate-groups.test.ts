import { toInstant } from '../../../src/core/time';
import { findAssignableCourses } from '../../../src/features/assignments/find-courses';
import { findCourse } from '../../../src/features/courses/courses.sql';
import { reasonInWords } from '../../../src/features/courses/courses-from-moodle.view';
import { withHiddenPeople } from '../../../src/features/courses/hidden-people';
import { listCourses, openOrHide } from '../../../src/features/courses/manage-courses';
import { outageInWords } from '../../../src/features/courses/moodle-outage.view';
import { courseOutage } from '../../../src/features/courses/moodle-state';
import { queueCourseSync } from '../../../src/features/courses/refresh-courses';
import { SERVICE_ACCOUNT } from '../../../src/playground/moodle/records';
import { eachDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { Cast, stateOf } from '../../support/moodle/cast';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { admin, MORNING, refusal, sales } from '../../support/people';
import { courseShown } from '../../support/shown-course';
import { translator } from '../../support/translator';

const ALL_GROUPS = 'moodle/site:accessallgroups';
const CURE = /[Aa]llow moodle\/site:accessallgroups for the service’s role, or change the course’s group mode/;

describe.each(eachDatabase)('a course that keeps groups apart from the service, on $name', ({ open }) => {
  let ground: MoodleGround;
  let cast: Cast;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    cast = await Cast.gather(ground);
  });

  afterEach(() => ground?.close());

  const groupsOf = (shortname: string, groupMode: 'none' | 'separate') =>
    Object.assign(ground.site.course(ground.courseId(shortname)), { groupMode });
  const keepsApart = (shortname = 'EXCEL-1') => groupsOf(shortname, 'separate');
  const courseOf = async (shortname = 'EXCEL-1') => found(findCourse(ground.db, shortname));
  const offered = async () =>
    (await findAssignableCourses(ground.db, { customer: 'ACME' }, '', sales, MORNING)).map((one) => one.shortname);

  async function syncs(): Promise<void> {
    await queueCourseSync(ground.db, toInstant(ground.parts.context.now()));
    await ground.sender.round();
    await ground.sender.drain();
  }

  it('is shown as not assignable before anybody assigns a seat, with both cures', async () => {
    keepsApart();
    await syncs();
    expect(await offered()).toContain('EXCEL-2');
    expect(await offered()).not.toContain('EXCEL-1');
    expect(await refusal(cast.assigns())).toBe('course.separate_groups');
    await openOrHide(ground.db, await courseShown(ground.db, 'EXCEL-1'), false, admin, MORNING);
    expect(await refusal(openOrHide(ground.db, await courseShown(ground.db, 'EXCEL-1'), true, admin, MORNING))).toBe(
      'course.separate_groups_in_moodle',
    );
    const { courses } = await listCourses(ground.db, { search: 'EXCEL-1', page: 0 }, sales);
    for (const course of courses) expect(reasonInWords(course, translator('en'))).toMatch(CURE);
    expect(courses).toHaveLength(1);
  });

  it.each([
    ['the right is given', () => ground.site.settings.capabilities.add(ALL_GROUPS)],
    ['it no longer keeps groups apart', () => groupsOf('EXCEL-1', 'none')],
  ])('is assignable again by itself when %s', async (_, cure) => {
    keepsApart();
    await syncs();
    expect((await courseOf()).closedBecause).toBe('separate_groups');
    cure();
    await syncs();
    expect(await courseOf()).toMatchObject({ open: true, closedBecause: undefined });
    const one = await cast.assigns();
    await ground.settle();
    expect(await stateOf(ground, one)).toBe('enrolled');
  });

  it('is no reason to doubt the list, even when every course is like that', async () => {
    for (const { shortname } of ground.site.courses) keepsApart(shortname);
    await syncs();
    expect((await courseOf()).closedBecause).toBe('separate_groups');
    expect(await offered()).toEqual([]);
  });

  it('is not blamed when the service may see no participants at all', async () => {
    keepsApart();
    ground.site.settings.capabilities.delete('moodle/course:viewparticipants');
    await syncs();
    expect((await courseOf()).closedBecause).toBeUndefined();
  });

  it('stays as it was while there is no time to ask', async () => {
    keepsApart();
    await syncs();
    const { moodle } = ground.parts;
    if (!moodle) throw new Error('There is no Moodle.');
    const listed = await withHiddenPeople(moodle, await moodle.courses(), () => false);
    expect(listed.filter(({ hidesPeople }) => hidesPeople !== undefined)).toEqual([]);
    const before = ground.site.calls.length;
    const stop = ground.site.faults.beforeCall('core_enrol_get_enrolled_users', () =>
      ground.site.faults.refuseNext('core_enrol_get_enrolled_users', 'errorcoursecontextnotvalid'),
    );
    await syncs();
    stop();
    expect(ground.site.calls.length).toBeGreaterThan(before);
    expect((await courseOf()).closedBecause).toBe('separate_groups');
  });

  it('lets its seats wait, says why with the cure, and goes on by itself when it is cured', async () => {
    const before = await cast.assigns();
    await ground.settle();
    const waiting = await cast.assigns();
    keepsApart();
    for (let turn = 0; turn < 3; turn += 1) await ground.turn();
    await syncs();
    const outage = await found(courseOutage(ground.db, (await courseOf()).id));
    expect(outage).toMatchObject({ code: 'moodle.groups', isOfCourse: true });
    expect(outageInWords(outage, { isAdmin: true }, translator('en'))).toMatch(CURE);
    expect([await stateOf(ground, before), await stateOf(ground, waiting)]).toEqual(['enrolled', 'assigned']);
    ground.site.settings.capabilities.add(ALL_GROUPS);
    // No retry is due by itself: the next list of courses makes it so.
    await syncs();
    await ground.sender.round();
    await ground.sender.drain();
    expect(await stateOf(ground, waiting)).toBe('enrolled');
    expect(await courseOutage(ground.db, (await courseOf()).id)).toBeUndefined();
  });

  it('fails nobody and mails nobody twice when the service shares a group with some of its people', async () => {
    const [stays, extended] = [await cast.assigns(), await cast.assigns()];
    await ground.settle();
    const courseId = ground.courseId('EXCEL-1');
    const [first] = ground.site.enrolmentsIn(courseId);
    ground.site.addGroup({ courseId, name: 'Ours', members: [SERVICE_ACCOUNT, first?.accountId ?? 0] });
    keepsApart();
    await syncs();
    await cast.extends(extended);
    for (let turn = 0; turn < 5; turn += 1) await ground.turn();
    expect([await stateOf(ground, stays), await stateOf(ground, extended)]).toEqual(['enrolled', 'enrolling']);
    for (const { trainee } of [stays, extended]) expect(ground.mailsTo(trainee.email, 'welcome')).toHaveLength(1);
    ground.site.settings.capabilities.add(ALL_GROUPS);
    await syncs();
    await ground.settle();
    expect([await stateOf(ground, stays), await stateOf(ground, extended)]).toEqual(['enrolled', 'enrolled']);
  });
});
