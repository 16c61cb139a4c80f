import { type Check, formatCheck } from '../../../src/cli/check/check';
import { runTrial } from '../../../src/cli/check/enrolment-trial/run-trial';
import { checkRights } from '../../../src/cli/check/moodle-rights/check-moodle';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { FUNCTIONS_NEEDED } from '../../../src/moodle/needed';
import { minimalCapabilities } from '../../../src/playground/moodle/capabilities';
import type { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import type { Settings } from '../../../src/playground/moodle/settings';
import { furnishedMoodle, remembered, STUDENT, TEACHER } from '../../support/moodle-town';

type Served = Awaited<ReturnType<typeof serveMoodle>>;

const checkAll = (url: string, { token }: MoodleSite) =>
  checkRights({ url, token }, { roles: USUAL_ROLES, rolesInUse: ['student', 'teacher'] });

/** As `npm run moodle-check -- EXCEL-1 --role <role>`. */
async function tryOut(url: string, { token, now }: MoodleSite, role = 'student'): Promise<Check[]> {
  const lines: Check[] = [];
  const report = (line: Check) => void lines.push(line);
  const { signal } = new AbortController();
  await runTrial({ url, token }, { shortname: 'EXCEL-1', roles: USUAL_ROLES, role, now, report, signal });
  return lines;
}

describe('a Moodle with an editing teacher, where one thing is missing', () => {
  let site: MoodleSite;
  let served: Served;

  beforeEach(async () => {
    site = furnishedMoodle();
    served = await serveMoodle(site);
  });
  afterEach(() => served.stop());

  /** Runs both programs. Neither changes anything. */
  async function remedies(role?: string) {
    const before = remembered(site);
    const checked = toMend(await checkAll(served.url, site));
    const tried = toMend(await tryOut(served.url, site, role));
    expect(remembered(site)).toEqual(before);
    const enrolledIn = site.calls.filter(({ function: name }) => name === 'enrol_manual_enrol_users');
    expect(enrolledIn.every(({ params }) => JSON.stringify(params).includes('"courseid":"1"'))).toBe(true);
    return { checked, tried };
  }

  it.each(minimalCapabilities)('is told that the right %s is missing, and nothing else', async (capability) => {
    site.settings.capabilities.delete(capability);
    const only = [expect.stringContaining(capability)];
    expect(await remedies()).toEqual({ checked: only, tried: only });
  });

  it.each(FUNCTIONS_NEEDED)('is told that the function %s is missing, and nothing else', async (name) => {
    site.settings.functions.delete(name);
    const only = [expect.stringContaining(name)];
    expect(await remedies()).toEqual({ checked: only, tried: only });
  });

  it.each([
    ['student', STUDENT],
    ['teacher', TEACHER],
  ])('is told that %s is not ticked under Allow role assignments, and nothing else', async (role, id) => {
    site.settings.assignableRoles.delete(id);
    expect(await remedies(role)).toEqual({
      checked: [expect.stringMatching(new RegExp(`^FAIL Role ${role} \\(${id}\\): .*Allow role assignments`))],
      tried: [expect.stringMatching(new RegExp(`${role} \\(${id}\\).*Allow role assignments`))],
    });
  });

  it.each([
    ['the service is disabled', { service: 'disabled' }],
    ['the user is not authorised', { service: 'unauthorised' }],
    ['the token is for another address', { token: 'restricted' }],
    ['the role is not assigned', { capabilities: new Set() }],
    ['the token has expired', { token: 'expired' }],
  ] as [string, Partial<Settings>][])('is told all five causes when %s', async (_, change) => {
    Object.assign(site.settings, change);
    expect(toMend(await checkAll(served.url, site))).toEqual([
      expect.stringMatching(/disabled.*not authorised.*not assigned.*IP addresses.*expired/),
    ]);
  });

  it.each(['/index.php', '/index.php/', '/login/index.php', '/my/index.php?lang=fr'])(
    'is told that an address ending in %s leads elsewhere',
    async (end) => {
      const elsewhere = [expect.stringContaining('MOODLE_URL leads elsewhere')];
      expect(toMend(await checkAll(served.url + end, site))).toEqual(elsewhere);
      expect(toMend(await tryOut(served.url + end, site))).toEqual(elsewhere);
    },
  );
});

const toMend = (lines: readonly Check[]) => lines.filter(({ ok }) => !ok).map(formatCheck);
