import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../../../src/cli/check/check';
import { checkRights } from '../../../src/cli/check/moodle-rights/check-moodle';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { minimalCapabilities } from '../../../src/playground/moodle/capabilities';
import { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import type { Settings } from '../../../src/playground/moodle/settings';
import { seats } from '../../support/command-line';
import { furnishedMoodle, TEACHER } from '../../support/moodle-town';

describe('checking the setup of Moodle', () => {
  let site: MoodleSite;
  let served: Awaited<ReturnType<typeof serveMoodle>> | undefined;
  const asFirst = { roles: USUAL_ROLES, rolesInUse: ['student', 'teacher'] };

  beforeEach(() => {
    site = furnishedMoodle();
  });
  afterEach(() => served?.stop());

  async function check(wish: Parameters<typeof checkRights>[1] = asFirst): Promise<Check[]> {
    served = await serveMoodle(site);
    const before = structuredClone(site.records);
    const lines = await checkRights({ url: served.url, token: site.token }, wish);
    expect(site.records).toEqual(before);
    return lines;
  }

  it('finds everything in order, and changes nothing', async () => {
    const lines = await check();
    expect(toMend(lines)).toEqual([]);
    for (const capability of minimalCapabilities) expect(textOf(lines)).toMatch(`${capability}`);
    expect(toKnow(lines)).toEqual([expect.stringMatching(/^MOODLE_TOKEN: .*when it ends.*Valid until/)]);
  });

  it('names both causes when the only role may not be assigned', async () => {
    site.settings.assignableRoles.clear();
    const lines = toMend(await check({ roles: USUAL_ROLES, rolesInUse: ['student'] }));
    expect(lines).toEqual([expect.stringMatching(/moodle\/role:assign.*student \(5\).*Allow role assignments/)]);
  });

  it.each([
    ['is not part of “Show user identity”', { identityShowsEmail: false }],
    ['is hidden', { hiddenUserFields: new Set(['email']) }],
  ] as [string, Partial<Settings>][])('says where to change it when the email address %s', async (_, change) => {
    Object.assign(site.settings, change);
    expect(toMend(await check())).toEqual([expect.stringMatching(/viewuseridentity.*Show user identity.*Hide user/)]);
  });

  it('names the role with a wrong id', async () => {
    site.settings.roles.push({ id: 12, shortname: 'tutor', name: 'Tutor' });
    const roles = new Map([
      ['student', 5],
      ['tutor', TEACHER],
      ['teacher', 12],
    ]);
    const lines = toMend(await check({ roles, rolesInUse: ['student'] }));
    expect(lines).toEqual([
      'MOODLE_ROLES: 4 is teacher there, not tutor; look up the number of tutor',
      'MOODLE_ROLES: teacher is 4 there; write teacher=4',
    ]);
  });

  it.each([
    ['moodle.token', { token: 'revoked' }],
    ['moodle.maintenance', { condition: 'maintenance' }],
    ['moodle.maintenance', { condition: 'cli_maintenance' }],
    ['moodle.unreachable', { condition: 'down' }],
    ['moodle.services_off', { webServices: false }],
  ] as [string, Partial<Settings>][])('reports %s once, with its remedy, and nothing else', async (code, change) => {
    Object.assign(site.settings, change);
    const lines = await check();
    expect(lines).toEqual([{ ok: false, text: expect.stringMatching(new RegExp(`\\(${code}\\)\\. .+`)) }]);
  });

  it.each([
    ['moodle.policy', 'policy'],
    ['moodle.password', 'password'],
  ] as const)('reports %s, even though Moodle identifies the service account', async (code, account) => {
    site.settings.serviceAccount = account;
    expect(toMend(await check())).toEqual([expect.stringContaining(code)]);
  });

  it('lists everything that cannot be tried in a Moodle without courses', async () => {
    site = MoodleSite.create();
    const lines = await check();
    expect(toMend(lines)).toEqual([]);
    expect(toKnow(lines)).toContain(
      'moodle/course:view: could not be tried, since Moodle shows no course: make one and check again',
    );
    for (const right of ['enrol/manual:enrol', 'moodle/role:assign', 'enrol/manual:unenrol', 'moodle/user:create'])
      expect(textOf(lines)).toContain(`${right}: allowed`);
  });

  it('distinguishes a Moodle without hidden courses from one that does not show them', async () => {
    site.showsCourse(4);
    site.settings.capabilities.delete('moodle/course:viewhiddencourses');
    const lines = await check();
    expect(toMend(lines)).toEqual([]);
    expect(toKnow(lines)).toContain(
      'moodle/course:viewhiddencourses: could not be tried, since Moodle shows no hidden course: hide one and check again',
    );
  });

  it.each(['admin@localhost', 'admin@example.com'])('finds all in order in a new Moodle of %s', async (email) => {
    site = MoodleSite.create();
    site.account(2).email = email;
    expect(textOf(await check())).toContain('moodle/site:viewuseridentity: allowed');
  });

  it('finds no right missing when the administrator is the only account', async () => {
    site = MoodleSite.create();
    site.addCourse({ shortname: 'EXCEL-1', fullname: 'Excel basics' });
    site.records.accounts = site.records.accounts.filter(({ id }) => id !== 2);
    site.settings.isAdministrator = true;
    site.settings.capabilities.clear();
    const lines = await check();
    expect(toMend(lines)).toEqual([]);
    expect(toKnow(lines)).toContainEqual(
      expect.stringMatching(/^moodle\/site:viewuseridentity: .*nobody with an address was found/),
    );
  });

  it('does not ask for the right to see all groups when it is granted', async () => {
    const { id } = site.addCourse({ shortname: 'APART', fullname: 'Groups apart', groupMode: 'separate' });
    for (const groups of [[], [{ courseId: id, name: 'ACME' }]]) {
      for (const group of groups) site.addGroup(group);
      site.settings.capabilities.delete('moodle/site:accessallgroups');
      expect(toKnow(await check())).toContainEqual(
        'APART: keeps groups apart, so nobody can be enrolled there; allow moodle/site:accessallgroups',
      );
      await served?.stop();
      site.settings.capabilities.add('moodle/site:accessallgroups');
      const lines = await check();
      await served?.stop();
      expect(textOf(lines)).toContain('moodle/site:accessallgroups: allowed');
      expect(toKnow(lines)).not.toContainEqual(expect.stringContaining('APART'));
    }
    served = undefined;
  });

  it('reports missing rights that other parts of the product need', async () => {
    site.settings.hiddenUserFields.add('lastaccess');
    site.addCourse({ shortname: 'APART', fullname: 'Groups apart', groupMode: 'separate' });
    const lines = toKnow(await check());
    expect(lines).toContainEqual(expect.stringContaining('moodle/course:viewhiddenuserfields'));
    expect(lines).toContainEqual(expect.stringMatching(/^APART: .*moodle\/site:accessallgroups/));
  });

  it('is part of npm run seats -- check', async () => {
    site.settings.capabilities.delete('moodle/user:create');
    served = await serveMoodle(site);
    const folder = mkdtempSync(join(tmpdir(), 'seats-check-'));
    const database = `sqlite:${join(folder, 'seats.sqlite')}`;
    const settings = { MOODLE_URL: served.url, MOODLE_TOKEN: site.token, DATABASE_URL: database };
    const { code, said } = await seats(['check'], settings);
    rmSync(folder, { recursive: true });
    expect(said).toMatch(/^FAIL moodle\/user:create: missing; allow it/m);
    expect(said).toMatch(/^ok {3}moodle\/course:view: allowed$/m);
    expect(code).toBe(1);
  });
});

const textOf = (lines: readonly Check[]) => lines.map(({ text }) => text).join('\n');
const toMend = (lines: readonly Check[]) => lines.filter(({ ok }) => !ok).map(({ text }) => text);
const toKnow = (lines: readonly Check[]) => lines.filter(({ isWarning }) => isWarning).map(({ text }) => text);
