import type { Assignment } from '../../../../src/features/assignments/assignment';
import { eachDatabase } from '../../../support/databases';
import { assignmentsInMoodle } from '../../../support/moodle/assignments-in-moodle';
import { Cast, stateOf } from '../../../support/moodle/cast';
import { disagreements } from '../../../support/moodle/disagreements';
import { MoodleGround } from '../../../support/moodle/moodle-ground';
import { aTrainee } from '../../../support/people';

const WRITING = [
  'core_user_create_users',
  'enrol_manual_enrol_users',
  'enrol_manual_unenrol_users',
  'core_group_create_groups',
  'core_group_add_group_members',
  'core_group_delete_group_members',
];
const READING = [
  'core_user_get_users_by_field',
  'core_user_get_users',
  'core_enrol_get_enrolled_users',
  'core_group_get_course_groups',
];

describe.each(eachDatabase)('answers of Moodle, on $name', ({ open }) => {
  let ground: MoodleGround;
  let cast: Cast;
  const others: Cast['others'] = [];
  const unmailed = new Set<string>();

  beforeAll(async () => {
    ground = await MoodleGround.open(await open());
  });

  beforeEach(async () => {
    cast = await Cast.gather(ground);
  });

  afterEach(() => {
    others.push(...cast.others);
  });

  afterAll(() => ground?.close());

  const verdict = () => disagreements(ground, { others: [...others, ...cast.others], unmailed });
  const states = (list: readonly Assignment[]) => Promise.all(list.map((one) => stateOf(ground, one)));

  /**
   * Assigns seats to people of every kind, and asks for two releases: one of a trainee with a second enrolment in the
   * course.
   */
  async function everybody(): Promise<void> {
    const leaving = [await cast.assigns(), await cast.assignsKnown()];
    await ground.settle();
    cast.enrolThemselves(leaving[1]?.trainee.email ?? '');
    for (const one of leaving) await cast.releases(one);
    const other = await Cast.gather(ground);
    await other.assigns();
    await other.assignsKnown();
    await other.assignsEnrolled();
    others.push(...other.others);
  }

  it.each([...WRITING, ...READING])('lost after %s: all work is done exactly once', async (name) => {
    await everybody();
    const before = ground.site.calls.length;
    ground.site.faults.loseNext(name, 2);
    await ground.settle();
    expect(ground.site.calls.slice(before).map((call) => call.function)).toContain(name);
    expect(await verdict()).toEqual([]);
  });

  it.each(WRITING)('refused after a concurrent %s: all work is done exactly once', async (name) => {
    await everybody();
    ground.site.faults.refuseNext(name, 'dmlwriteexception');
    await ground.settle();
    expect(await verdict()).toEqual([]);
  });

  it('mail is down: everybody is enrolled once, and nobody gets two emails', async () => {
    ground.site.settings.canMail = false;
    const asked = [await cast.assigns(), await cast.assignsKnown(), await cast.assigns(), await cast.assignsKnown()];
    await ground.settle();
    expect(await states(asked)).toEqual(asked.map(() => 'enrolled'));
    ground.site.settings.canMail = true;
    const later = await cast.assigns();
    await ground.settle();
    for (const { email } of (await assignmentsInMoodle(ground.db)).slice(-5, -1)) unmailed.add(email);
    expect(await verdict()).toEqual([]);
    expect(ground.mailsTo(later.trainee.email, 'welcome')).toHaveLength(1);
  });

  it('one address of many is refused: the others do not wait for it', async () => {
    const good = await Promise.all(Array.from({ length: 6 }, () => cast.assigns()));
    const bad = await cast.assigns({ ...aTrainee(), firstName: 'Nobody' });
    good.push(await cast.assigns());
    const stop = ground.site.faults.beforeCall('core_user_create_users', (params) => {
      if (JSON.stringify(params).includes('Nobody'))
        ground.site.faults.refuseNext('core_user_create_users', 'invalidparameter');
    });
    await ground.turn();
    stop();
    expect(await states(good)).toEqual(good.map(() => 'enrolled'));
    expect(await verdict()).toEqual([`${bad.trainee.email} in EXCEL-1 failed: account_refused`]);
    await cast.releases(bad);
    expect(await verdict()).toEqual([]);
  });

  it('one account of many is deleted between lookup and enrolment: the others do not wait for it', async () => {
    const asked = [await cast.assigns(), await cast.assignsKnown(), await cast.assigns(), await cast.assignsKnown()];
    const { site } = ground;
    const unlucky = asked[1]?.trainee.email ?? '';
    const stop = site.faults.beforeCall('enrol_manual_enrol_users', () => {
      stop();
      site.deletesAccount(ground.accountId(unlucky));
    });
    await ground.turn();
    expect(await states(asked)).toEqual(['enrolled', 'enrolling', 'enrolled', 'enrolled']);
    await ground.settle();
    expect(await verdict()).toEqual([]);
  });

  it('one account of many is deleted right after its enrolment: it waits for a person, and the others do not', async () => {
    const asked = [await cast.assigns(), await cast.assignsKnown(), await cast.assigns()];
    const { site } = ground;
    const unlucky = asked[1]?.trainee.email ?? '';
    const stop = site.faults.beforeAnswer('enrol_manual_enrol_users', () => {
      stop();
      site.deletesAccount(ground.accountId(unlucky));
    });
    await ground.turn();
    expect(await states(asked)).toEqual(['enrolled', 'enrolling', 'enrolled']);
    await ground.settle();
    expect(await verdict()).toEqual([expect.stringMatching(`${unlucky} in EXCEL-1 failed: account_gone`)]);
    await cast.releases(asked[1] as Assignment);
    await ground.settle();
    unmailed.add(unlucky);
    expect(await verdict()).toEqual([]);
  });

  it('one enrolment of many is always refused: the others do not wait for it', async () => {
    const asked = [await cast.assigns(), await cast.assignsKnown(), await cast.assigns(), await cast.assigns()];
    const unlucky = () => `"${ground.accountId(asked[1]?.trainee.email ?? '')}"`;
    const { faults } = ground.site;
    const stop = faults.beforeCall('enrol_manual_enrol_users', (params) => {
      if (JSON.stringify(params).includes(unlucky())) faults.refuseNext('enrol_manual_enrol_users', 'invalidparameter');
    });
    await ground.turn();
    stop();
    expect(await states(asked)).toEqual(['enrolled', 'failed', 'enrolled', 'enrolled']);
    await cast.releases(asked[1] as Assignment);
    await ground.settle();
    expect(await verdict()).toEqual([]);
  });
});
