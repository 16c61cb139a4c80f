import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, formatCheck } from '../../../src/cli/check/check';
import { runTrial, type TrialRun } from '../../../src/cli/check/enrolment-trial/run-trial';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import type { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import { moodleCheck, seats } from '../../support/command-line';
import { furnishedMoodle, remembered, TEACHER } from '../../support/moodle-town';

const DELETIONS = ['core_group_delete_groups', 'core_user_delete_users'];

describe('the enrolment trial on a live Moodle', () => {
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

  it('tries everything when it may delete its own records, and leaves nothing behind', async () => {
    const { isFine, said } = await run();
    expect(said.filter((line) => !line.startsWith('ok'))).toEqual([]);
    expect(said.at(-1)).toBe('ok   Nothing is left behind');
    expect(isFine).toBe(true);
    expect(remembered(site)).toEqual(before);
    expect(callsOf('enrol_manual_enrol_users')).toHaveLength(4);
    expect(callsOf('core_group_create_groups')).toHaveLength(1);
    expect(site.records.accounts.filter(({ deleted }) => deleted)).toHaveLength(1);
  });

  it('creates no group and no account when it may not delete them', async () => {
    for (const name of DELETIONS) site.settings.functions.delete(name);
    const { isFine, said } = await run();
    expect(isFine).toBe(true);
    expect(said.filter((line) => line.startsWith('warn'))).toEqual([
      expect.stringContaining('core_group_delete_groups is not in the service'),
      expect.stringContaining('core_user_delete_users is not in the service'),
    ]);
    expect(callsOf('core_group_create_groups')).toEqual([]);
    expect(site.records).toEqual({ ...before, mails: site.mails });
  });

  it('creates no account when the right to delete accounts is missing', async () => {
    site.settings.capabilities.delete('moodle/user:delete');
    const { isFine, said } = await run();
    expect(isFine).toBe(true);
    expect(said).toContainEqual(expect.stringMatching(/^warn No account.*moodle\/user:delete is missing/));
    expect(site.records).toEqual({ ...before, mails: site.mails });
  });

  it('passes on a hidden course, and when no mail goes out', async () => {
    site.settings.canMail = false;
    expect(await run({ shortname: 'DRAFT-1' })).toMatchObject({ isFine: true });
    const { isFine, said } = await run();
    expect(isFine).toBe(true);
    expect(said).toContainEqual(expect.stringMatching(/^warn seats is enrolled in EXCEL-1.*could not be mailed/));
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
      if (/2147483647|nobody@|"courseid":"1"/.test(JSON.stringify(params))) return;
      site.faults.loseNext(name);
      stop();
    });
    const { isFine, said } = await run();
    expect(isFine).toBe(false);
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^FAIL Moodle: ${name} failed`)));
    expect(remembered(site)).toEqual(before);
  });

  it('reports the leftovers when Moodle becomes unreachable', async () => {
    site.faults.beforeCall('core_group_create_groups', () => {
      site.settings.condition = 'cli_maintenance';
    });
    const { isFine, said } = await run();
    expect(isFine).toBe(false);
    expect(said).toContainEqual(
      expect.stringMatching(/^FAIL The enrolment of seats in EXCEL-1 may be left.*under Participants: http/),
    );
  });

  it('cleans up after an interruption', async () => {
    const controller = new AbortController();
    site.faults.beforeAnswer('core_group_create_groups', () => controller.abort());
    const { isFine, said } = await run({ signal: controller.signal });
    expect(isFine).toBe(false);
    expect(said.slice(-2)).toEqual(['FAIL Interrupted before everything was tried', 'ok   Nothing is left behind']);
    expect(remembered(site)).toEqual(before);
  });

  it.each([
    ['EXCEL-9', 'FAIL Moodle shows no course EXCEL-9; write its short name'],
    ['excel-1', 'FAIL Moodle shows no course excel-1; is it EXCEL-1?'],
    ['NEWS', 'FAIL NEWS has no manual enrolment that is switched on'],
  ])('does not start on %s, and says why', async (shortname, why) => {
    const { isFine, said } = await run({ shortname });
    expect(isFine).toBe(false);
    expect(said).toEqual([expect.stringContaining(why)]);
    expect(site.records).toEqual({ ...before, mails: [] });
  });

  it('does not start on a hidden course that it may not see', async () => {
    site.settings.capabilities.delete('moodle/course:viewhiddencourses');
    const { said } = await run({ shortname: 'DRAFT-1' });
    expect(said).toEqual([expect.stringMatching(/^FAIL moodle\/course:viewhiddencourses: missing/)]);
  });

  it('does not start on a course in which the service account is already enrolled', async () => {
    site.enrolsThemselves(3, 2);
    const { said } = await run();
    expect(said).toEqual([expect.stringMatching(/^FAIL seats is in EXCEL-1 already.*name another course/)]);
    expect(site.isEnrolled(3, 2)).toBe(true);
  });

  it('uses the first role when there is no student role, or the role given', async () => {
    const roles = new Map([['teacher', TEACHER]]);
    const asTeacher = expect.stringContaining('is enrolled in EXCEL-1 as teacher');
    expect(await run({ roles })).toMatchObject({ isFine: true, said: expect.arrayContaining([asTeacher]) });
    expect((await run({ role: 'teacher' })).said).toContainEqual(asTeacher);
    expect((await run({ role: 'tutor' })).said).toEqual(['FAIL MOODLE_ROLES names no tutor']);
  });

  it.each([
    [
      'npm run seats -- check --enrol',
      (words: string[], settings = {}) => seats(['check', '--enrol', ...words], settings),
    ],
    ['the alias npm run moodle-check --', (words: string[], settings = {}) => moodleCheck(words, settings)],
  ])('runs with two settings as %s', async (_, command) => {
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
      said: expect.stringMatching(/FAIL Moodle shows no course.*\nMoodle did not pass\.$/),
    });
    expect(unset).toEqual({ code: 1, said: 'MOODLE_URL and MOODLE_TOKEN say which Moodle to try: set both.' });
  });

  it('is the program behind both npm scripts', () => {
    const { scripts } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8'));
    expect(scripts.seats).toBe('exec node --import tsx src/cli/seats.ts');
    expect(scripts['moodle-check']).toBe('exec node --import tsx src/cli/moodle-check.ts');
  });

  it('requires a course when a role is given', async () => {
    expect(await seats(['check', '--role', 'teacher'], {})).toEqual({
      code: 1,
      said: '--role goes with --enrol <course>.',
    });
  });

  function callsOf(name: string) {
    return site.calls.filter((call) => call.function === name);
  }
});
