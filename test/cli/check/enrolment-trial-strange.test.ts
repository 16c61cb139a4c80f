import { type Check, formatCheck } from '../../../src/cli/check/check';
import { runTrial } from '../../../src/cli/check/enrolment-trial/run-trial';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { putEnrolment } from '../../../src/playground/moodle/membership';
import { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { SERVICE_ACCOUNT } from '../../../src/playground/moodle/records';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import type { Settings } from '../../../src/playground/moodle/settings';
import { remembered, STUDENT } from '../../support/moodle-town';

const ENROL = 'enrol_manual_enrol_users';

describe('the enrolment trial on a new or unusual Moodle', () => {
  let site: MoodleSite;
  let courseId: number;
  let served: Awaited<ReturnType<typeof serveMoodle>>;

  beforeEach(async () => {
    site = MoodleSite.create();
    courseId = site.addCourse({ shortname: 'EXCEL-1', fullname: 'Excel basics' }).id;
    site.settings.capabilities.add('moodle/user:delete');
    served = await serveMoodle(site);
  });
  afterEach(() => served.stop());

  async function run() {
    const before = remembered(site);
    const lines: Check[] = [];
    const report = (line: Check) => void lines.push(line);
    const wish = {
      shortname: 'EXCEL-1',
      roles: USUAL_ROLES,
      now: site.now,
      report,
      signal: new AbortController().signal,
    };
    const isFine = await runTrial({ url: served.url, token: site.token }, wish);
    expect(remembered(site)).toEqual(before);
    return { isFine, odd: lines.map(formatCheck).filter((line) => !line.startsWith('ok')) };
  }

  it.each(['admin@localhost', 'straße@example.com', '%@example.com', ''])(
    'passes when the only other account is an administrator with the address “%s”',
    async (email) => {
      site.account(2).email = email;
      const { isFine, odd } = await run();
      expect(odd).toEqual(
        email === 'admin@localhost'
          ? []
          : [expect.stringMatching(/^warn Nobody was looked up, since nobody who is shown/)],
      );
      expect(isFine).toBe(true);
    },
  );

  it('passes when nobody but the service account has an account, even when it is the administrator', async () => {
    site.records.accounts = site.records.accounts.filter(({ id }) => id !== 2);
    expect(await run()).toEqual({ isFine: true, odd: [expect.stringMatching(/^warn Nobody was looked up/)] });
    site.settings.isAdministrator = true;
    site.settings.capabilities.clear();
    expect(await run()).toEqual({ isFine: true, odd: [expect.stringMatching(/^warn Nobody was looked up/)] });
  });

  it.each([
    ['is in debug mode', { debug: 'developer' }],
    ['allows two accounts with one address', { allowsSameEmail: true }],
  ] as [string, Partial<Settings>][])('passes when Moodle %s', async (_, change) => {
    Object.assign(site.settings, change);
    expect(await run()).toEqual({ isFine: true, odd: [] });
  });

  it('fails when addresses are hidden', async () => {
    site.settings.identityShowsEmail = false;
    expect(await run()).toEqual({
      isFine: false,
      odd: [expect.stringMatching(/^FAIL moodle\/site:viewuseridentity: addresses of people are not shown/)],
    });
  });

  it('starts on a course with separate groups only if it sees every group', async () => {
    site.course(courseId).groupMode = 'separate';
    const fix = expect.stringMatching(/^FAIL EXCEL-1 keeps groups apart; allow moodle\/site:accessallgroups/);
    expect(await run()).toEqual({ isFine: false, odd: [fix] });
    site.settings.capabilities.add('moodle/site:accessallgroups');
    expect(await run()).toEqual({ isFine: true, odd: [] });
  });

  it('passes, and says so, when Moodle enrols and then fails with an unknown message', async () => {
    site.faults.beforeCall(ENROL, (params) => {
      if (isProbe(params)) return;
      const dates = { start: 0, end: 0, suspended: false };
      const place = { courseId, accountId: SERVICE_ACCOUNT };
      putEnrolment(site.records, { ...place, ...dates, method: 'manual' }, STUDENT);
      site.faults.refuseNext(ENROL, 'Le message n’a pas été envoyé.');
    });
    const { isFine, odd } = await run();
    expect(odd).toEqual([
      expect.stringMatching(/^warn seats is enrolled in EXCEL-1 as student, but .*Le message n’a pas été envoyé/),
      expect.stringMatching(/^warn .*the enrolment is still one, but .*Le message n’a pas été envoyé/),
    ]);
    expect(isFine).toBe(true);
  });

  it('fails, and repeats the message of Moodle, when a plugin refuses every enrolment', async () => {
    site.faults.beforeCall(ENROL, (params) => {
      if (!isProbe(params)) site.faults.refuseNext(ENROL, 'local_gate_closed');
    });
    expect(await run()).toEqual({
      isFine: false,
      odd: [expect.stringMatching(/^FAIL Moodle: enrol_manual_enrol_users failed .*local_gate_closed/)],
    });
  });
});

/** Asks about a right, with a person who does not exist or in the front page. */
const isProbe = (params: unknown) => /2147483647|"courseid":"1"/.test(JSON.stringify(params));
