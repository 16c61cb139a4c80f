import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, formatCheck } from '../../../src/cli/check/check';
import { runTrial, type TrialRun } from '../../../src/cli/check/enrolment-trial/run-trial';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import type { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import { moodleCheck, seats } from '../../support/command-line';
import { furnishedMoodle, remembered, STUDENT, TEACHER } from '../../support/moodle-town';

const DELETIONS = ['core_group_delete_groups', 'core_user_delete_users'];

describe('trying what seats do on a live Moodle', () => {
  let site: MoodleSite;
  let served: Awaited<ReturnType<typeof serveMoodle>>;
  let before: ReturnType<typeof remembered>;

  beforeEach(async () => {
    site = furnishedMoodle();
    site.settings.capabilities.add('moodle/user:delete');
    served = await serveMoodle(site);
    before = remembered(site);
  });
  afterEach(() => served.stop());

  async function run({
    shortname = 'EXCEL-1',
    signal = new AbortController().signal,
    ...more
  }: Partial<TrialRun> = {}) {
    const lines: Check[] = [];
    const report = (line: Check) => void lines.push(line);
    const wish = { shortname, roles: USUAL_ROLES, now: site.now, report, signal, ...more };
    const isFine = await runTrial({ url: served.url, token: site.token }, wish);
    return { isFine, said: lines.map(formatCheck) };
  }

  it('tries everything where it may delete what it made, and leaves nothing behind', async () => {
    const { isFine, said } = await run();
    expect(said.filter((line) => !line.startsWith('ok'))).toEqual([]);
    expect(said.at(-1)).toBe('ok   Nothing is left behind');
    expect(isFine).toBe(true);
    expect(remembered(site)).toEqual(before);
    expect(callsOf('enrol_manual_enrol_users')).toHaveLength(3);
    expect(callsOf('core_group_create_groups')).toHaveLength(1);
    expect(site.records.accounts.filter(({ deleted }) => deleted)).toHaveLength(1);
  });

  it('makes no group and no account where it may not delete them', async () => {
    for (const name of DELETIONS) site.settings.functions.delete(name);
    const { isFine, said } = await run();
    expect(isFine).toBe(true);
    expect(said.filter((line) => line.startsWith('know'))).toEqual([
      expect.stringContaining('core_group_delete_groups is not in the service'),
      expect.stringContaining('core_user_delete_users is not in the service'),
    ]);
    expect(callsOf('core_group_create_groups')).toEqual([]);
    expect(site.records).toEqual({ ...before, mails: site.mails });
  });

  it('makes no account where the right to delete it is missing', async () => {
    site.settings.capabilities.delete('moodle/user:delete');
    const { isFine, said } = await run();
    expect(isFine).toBe(true);
    expect(said).toContainEqual(expect.stringMatching(/^know No account.*moodle\/user:delete is missing/));
    expect(site.records).toEqual({ ...before, mails: site.mails });
  });

  it('passes without the look-up whatever the capitals', async () => {
    site.settings.functions.delete('core_user_get_users');
    const { isFine, said } = await run();
    expect(isFine).toBe(true);
    expect(said).toContainEqual(expect.stringMatching(/^know core_user_get_users is not in the service/));
  });

  it('passes on a hidden course, and where no mail goes out', async () => {
    site.settings.canMail = false;
    expect(await run({ shortname: 'DRAFT-1' })).toMatchObject({ isFine: true });
    const { isFine, said } = await run();
    expect(isFine).toBe(true);
    expect(said).toContainEqual(expect.stringMatching(/^know seats is enrolled in EXCEL-1.*could not be mailed/));
    expect(remembered(site)).toEqual(before);
  });

  it.each([
    'core_course_get_courses_by_field',
    'core_user_create_users',
    'core_group_create_groups',
    'core_group_delete_groups',
    'core_group_add_group_members',
    'enrol_manual_enrol_users',
    'enrol_manual_unenrol_users',
    'core_user_delete_users',
  ])('leaves nothing behind when the answer of %s is lost', async (name) => {
    const stop = site.faults.beforeCall(name, (params) => {
      if (/2147483647|nobody@/.test(JSON.stringify(params))) return;
      site.faults.loseNext(name);
      stop();
    });
    const { isFine, said } = await run();
    expect(isFine).toBe(false);
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^MEND Moodle: ${name} failed`)));
    expect(remembered(site)).toEqual(before);
  });

  it('says what is left behind when Moodle cannot be reached any more', async () => {
    site.faults.beforeCall('core_group_create_groups', () => {
      site.settings.condition = 'cli_maintenance';
    });
    const { isFine, said } = await run();
    expect(isFine).toBe(false);
    expect(said).toContainEqual(
      expect.stringMatching(/^MEND The enrolment of seats in EXCEL-1 may be left.*under Participants: http/),
    );
  });

  it('cleans up after an interruption', async () => {
    const controller = new AbortController();
    site.faults.beforeAnswer('core_group_create_groups', () => controller.abort());
    const { isFine, said } = await run({ signal: controller.signal });
    expect(isFine).toBe(false);
    expect(said.slice(-2)).toEqual(['MEND Interrupted before everything was tried', 'ok   Nothing is left behind']);
    expect(remembered(site)).toEqual(before);
  });

  it.each([
    ['EXCEL-9', 'MEND Moodle shows no course EXCEL-9; write its short name'],
    ['excel-1', 'MEND Moodle shows no course excel-1; is it EXCEL-1?'],
    ['NEWS', 'MEND NEWS has no manual enrolment that is switched on'],
  ])('does not begin on %s, and says why', async (shortname, why) => {
    const { isFine, said } = await run({ shortname });
    expect(isFine).toBe(false);
    expect(said).toEqual([expect.stringContaining(why)]);
    expect(site.records).toEqual({ ...before, mails: [] });
  });

  it('does not begin on a hidden course that it may not see', async () => {
    site.settings.capabilities.delete('moodle/course:viewhiddencourses');
    const { said } = await run({ shortname: 'DRAFT-1' });
    expect(said).toEqual([expect.stringMatching(/^MEND Moodle shows no course DRAFT-1.*viewhiddencourses/)]);
  });

  it('does not begin where it is enrolled already', async () => {
    site.enrolsThemselves(3, 2);
    const { said } = await run();
    expect(said).toEqual([expect.stringMatching(/^MEND seats is in EXCEL-1 already.*name another course/)]);
    expect(site.isEnrolled(3, 2)).toBe(true);
  });

  it.each([
    ['enrol/manual:enrol', 'enrol_manual_enrol_users failed (moodle.permission)'],
    ['moodle/user:viewdetails', 'Nobody is shown'],
    ['moodle/user:create', 'core_user_create_users failed (moodle.permission)'],
  ] as const)('fails before anything is changed when %s is missing', async (capability, why) => {
    site.settings.capabilities.delete(capability);
    const { isFine, said } = await run();
    expect(isFine).toBe(false);
    expect(said).toContainEqual(expect.stringContaining(why));
    expect(site.records).toEqual({ ...before, mails: [] });
  });

  it('fails when the role may not be assigned', async () => {
    site.settings.assignableRoles.delete(STUDENT);
    const { isFine, said } = await run();
    expect(isFine).toBe(false);
    expect(said).toContainEqual(expect.stringContaining('(moodle.role)'));
  });

  it('takes the first role where there is no student, or the one that is named', async () => {
    const roles = new Map([['teacher', TEACHER]]);
    const asTeacher = expect.stringContaining('is enrolled in EXCEL-1 as teacher');
    expect(await run({ roles })).toMatchObject({ isFine: true, said: expect.arrayContaining([asTeacher]) });
    expect((await run({ role: 'teacher' })).said).toContainEqual(asTeacher);
    expect((await run({ role: 'tutor' })).said).toEqual(['MEND MOODLE_ROLES names no tutor']);
  });

  it.each([
    [
      'npm run seats -- check --enrol',
      (words: string[], settings = {}) => seats(['check', '--enrol', ...words], settings),
    ],
    ['its older name, npm run moodle-check --', (words: string[], settings = {}) => moodleCheck(words, settings)],
  ])('is run with two settings by %s', async (_, command) => {
    const settings = { MOODLE_URL: served.url, MOODLE_TOKEN: site.token };
    const [passed, refused, unset] = await Promise.all([
      command(['EXCEL-1', '--role', 'teacher'], settings),
      command(['EXCEL-9'], settings),
      command(['EXCEL-1']),
    ]);
    expect(passed).toEqual({
      code: 0,
      said: expect.stringMatching(/ as teacher\n(.*\n)*ok {3}Nothing is left behind$/),
    });
    expect(refused).toEqual({
      code: 1,
      said: expect.stringMatching(/MEND Moodle shows no course.*\nMoodle did not pass\.$/),
    });
    expect(unset).toEqual({ code: 1, said: 'MOODLE_URL and MOODLE_TOKEN say which Moodle to try: set both.' });
  });

  it('is what npm runs under both names', () => {
    const { scripts } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8'));
    expect(scripts.seats).toBe('exec node --import tsx src/cli/seats.ts');
    expect(scripts['moodle-check']).toBe('exec node --import tsx src/cli/moodle-check.ts');
  });

  it('wants a course for the role', async () => {
    expect(await seats(['check', '--role', 'teacher'], {})).toEqual({
      code: 1,
      said: '--role goes with --enrol <course>.',
    });
  });

  function callsOf(name: string) {
    return site.calls.filter((call) => call.function === name);
  }
});
