import type { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import { ask } from './call';
import { enrol, furnishLab } from './lab';
import type { Param } from './recorded-pairs';

const ALICE = 5;
const DAVID = 8;
const FIRST_AID = 2;
const EXCEL = 3;

describe('a Moodle of the local workspace', () => {
  let site: MoodleSite;
  let server: Awaited<ReturnType<typeof serveMoodle>>;

  beforeEach(async () => {
    site = furnishLab();
    server = await serveMoodle(site);
  });
  afterEach(() => server.stop());

  const call = async (name: string, params: Record<string, Param>) => {
    const asked = { function: name, params, token: site.token, format: 'json', method: 'POST' } as const;
    return JSON.parse((await ask(server.url, asked)).text) as unknown;
  };
  const enrols = (accountId: number, courseId: number, more: Record<string, Param> = {}) =>
    call('enrol_manual_enrol_users', {
      enrolments: [{ roleid: 5, userid: accountId, courseid: courseId, ...more }],
    });
  const unenrols = (accountId: number, courseId: number) =>
    call('enrol_manual_unenrol_users', { enrolments: [{ userid: accountId, courseid: courseId }] });
  const enrolmentOf = (accountId: number, courseId: number) =>
    site.enrolmentsIn(courseId).filter((one) => one.accountId === accountId);
  const newcomer = { username: 'nina@example.com', firstname: 'Nina', lastname: 'Sol', email: 'nina@example.com' };

  it('creates one account when two calls create the same username at once', async () => {
    const create = () => call('core_user_create_users', { users: [{ ...newcomer, createpassword: 1 }] });
    const answers = await Promise.all([create(), create()]);
    expect(answers.filter(Array.isArray)).toHaveLength(1);
    expect(answers).toContainEqual(expect.objectContaining({ errorcode: 'invalidparameter' }));
    expect(site.accounts.filter(({ email }) => email === newcomer.email)).toHaveLength(1);
    expect(site.mails).toEqual([{ kind: 'password', to: newcomer.email }]);
  });

  it('creates no account with a name that is too long for its column', async () => {
    const create = (user: object) =>
      call('core_user_create_users', { users: [{ ...newcomer, ...user, createpassword: 1 }] });
    const refused = { errorcode: 'dmlwriteexception' };
    expect(await create({ firstname: 'é'.repeat(101) })).toMatchObject(refused);
    expect(await create({ lastname: 'é'.repeat(101) })).toMatchObject(refused);
    expect(await create({ email: `nina@${'n'.repeat(50)}.${'n'.repeat(41)}.com` })).toMatchObject(refused);
    expect(await create({ firstname: '😀'.repeat(100) })).toMatchObject([{ username: newcomer.username }]);
  });

  it('creates no account with an address that no mail reaches, or that is not in plain letters', async () => {
    const create = (email: string) =>
      call('core_user_create_users', { users: [{ ...newcomer, email, createpassword: 1 }] });
    const refused = [
      'nina..sol@example.com',
      'nina@example',
      'élodie@example.com',
      'nina@exämple.fr',
      'nina\u200B@example.com',
    ];
    refused.push('mailto:nina@example.com', '(nina@example.com)', `${'n'.repeat(65)}@example.com`, 'nina@example.1');
    for (const email of refused) expect(await create(email)).toMatchObject({ errorcode: 'invalidparameter' });
    expect(await create("nina.o'neil+x@sub.example.com")).toMatchObject([{ username: newcomer.username }]);
  });

  it('sends another welcome at every enrolment, when the course has a teacher', async () => {
    site.course(FIRST_AID).teacher = 'Farid Benali';
    await enrols(DAVID, FIRST_AID);
    await enrols(DAVID, FIRST_AID);
    await enrols(DAVID, EXCEL);
    const welcome = { kind: 'welcome', to: 'david.roux@example.com', course: 'SST-2026' };
    expect(site.mails).toEqual([welcome, welcome]);
    expect(enrolmentOf(DAVID, FIRST_AID)).toHaveLength(1);
  });

  it('stores the enrolments of a call whose welcome cannot be sent', async () => {
    site.course(EXCEL).teacher = 'Farid Benali';
    site.settings.canMail = false;
    const enrolments = [6, DAVID].map((userid) => ({ roleid: 5, userid, courseid: EXCEL }));
    expect(await call('enrol_manual_enrol_users', { enrolments })).toMatchObject({
      errorcode: 'Message was not sent.',
    });
    expect(site.enrolmentsIn(EXCEL).map(({ accountId }) => accountId)).toEqual([ALICE, 6, DAVID]);
    expect(site.mails).toEqual([]);
  });

  it('creates an account even when the mail with its password is lost', async () => {
    site.settings.canMail = false;
    expect(await call('core_user_create_users', { users: [{ ...newcomer, createpassword: 1 }] })).toHaveLength(1);
    expect(site.mails).toEqual([]);
  });

  it('treats missing dates as no dates', async () => {
    await enrols(DAVID, EXCEL, { timestart: 1_795_000_000, timeend: 1_796_000_000 });
    await enrols(DAVID, EXCEL);
    expect(enrolmentOf(DAVID, EXCEL)).toMatchObject([{ start: 0, end: 0 }]);
  });

  it('enrols all people of a call or none', async () => {
    const enrolments = [DAVID, 99_999].map((userid) => ({ roleid: 5, userid, courseid: EXCEL }));
    expect(await call('enrol_manual_enrol_users', { enrolments })).toMatchObject({ errorcode: 'invaliduser' });
    expect(enrolmentOf(DAVID, EXCEL)).toEqual([]);
  });

  it('does not remove people who enrolled themselves', async () => {
    site.enrolsThemselves(DAVID, FIRST_AID);
    expect(await unenrols(DAVID, FIRST_AID)).toBeNull();
    expect(enrolmentOf(DAVID, FIRST_AID)).toMatchObject([{ method: 'self', roleIds: [5] }]);
  });

  it('removes groups and the last visit with the last enrolment', async () => {
    expect(enrolmentOf(ALICE, FIRST_AID)).toMatchObject([{ groups: ['ACME'], lastVisit: expect.any(Number) }]);
    await unenrols(ALICE, FIRST_AID);
    expect(site.groupsIn(FIRST_AID)[0]?.members).toEqual([]);
    enrol(site, ALICE, FIRST_AID);
    expect(enrolmentOf(ALICE, FIRST_AID)).toMatchObject([{ roleIds: [5], groups: [], lastVisit: 0 }]);
  });

  it('drops variables beyond PHP’s limit, and still reports success', async () => {
    const people = Array.from({ length: 300 }, (_, index) => `crowd${index}@example.com`).map((email) =>
      site.addAccount({ username: email, email, firstname: 'Crowd', lastname: email }),
    );
    const enrolments = people.map(({ id }) => ({ roleid: 5, userid: id, courseid: 12, timeend: 1_900_000_000 }));
    expect(
      await call('enrol_manual_enrol_users', { moodlewssettingfilter: 0, moodlewssettingraw: 0, enrolments }),
    ).toBe(null);
    expect(site.enrolmentsIn(12)).toHaveLength(249);
  });

  it('executes calls whose answers are lost, as many as planned', async () => {
    site.faults.loseNext('enrol_manual_enrol_users', 2);
    await expect(enrols(DAVID, EXCEL)).rejects.toThrow('fetch failed');
    expect(enrolmentOf(DAVID, EXCEL)).toHaveLength(1);
    await expect(enrols(6, EXCEL)).rejects.toThrow('fetch failed');
    expect(await enrols(6, EXCEL)).toBeNull();
  });

  it('does not execute a call that it was told to refuse', async () => {
    site.faults.refuseNext('enrol_manual_enrol_users', 'dmlwriteexception');
    expect(await enrols(DAVID, EXCEL)).toMatchObject({ errorcode: 'dmlwriteexception' });
    expect(enrolmentOf(DAVID, EXCEL)).toEqual([]);
    expect(await enrols(DAVID, EXCEL)).toBeNull();
  });

  it('runs hooks between two steps', async () => {
    const seen: number[] = [];
    const stop = site.faults.beforeCall('enrol_manual_enrol_users', () => seen.push(site.enrolmentsIn(EXCEL).length));
    site.faults.beforeAnswer('enrol_manual_enrol_users', () => site.removesFromCourse(DAVID, EXCEL));
    await enrols(DAVID, EXCEL);
    stop();
    await enrols(DAVID, EXCEL);
    expect(seen).toEqual([1]);
    expect(enrolmentOf(DAVID, EXCEL)).toEqual([]);
  });

  it('cuts the connection while it is down', async () => {
    site.settings.condition = 'down';
    await expect(enrols(DAVID, EXCEL)).rejects.toThrow('fetch failed');
    expect(site.calls).toEqual([]);
  });

  it('records its calls, without the token', async () => {
    await call('core_user_get_users_by_field', { field: 'email', values: ['nobody@example.com'] });
    expect(site.calls).toEqual([
      { function: 'core_user_get_users_by_field', params: { field: 'email', values: ['nobody@example.com'] } },
    ]);
  });

  it('neither lists nor answers a function that is removed from the service', async () => {
    site.settings.functions.delete('core_group_create_groups');
    const { functions } = (await call('core_webservice_get_site_info', {})) as { functions: { name: string }[] };
    expect(functions.map(({ name }) => name)).not.toContain('core_group_create_groups');
    const groups = [{ courseid: EXCEL, name: 'Globex', description: '' }];
    expect(await call('core_group_create_groups', { groups })).toMatchObject({ errorcode: 'accessexception' });
  });

  it('assigns no role that the service account may not assign', async () => {
    site.settings.assignableRoles.delete(5);
    expect(await enrols(DAVID, EXCEL)).toMatchObject({ errorcode: 'wsusercannotassign' });
  });

  it('frees the username and address of a deleted account', async () => {
    site.deletesAccount(DAVID);
    const david = { username: 'david.roux', firstname: 'David', lastname: 'Roux', email: 'david.roux@example.com' };
    expect(await call('core_user_create_users', { users: [{ ...david, createpassword: 1 }] })).toHaveLength(1);
    expect(enrolmentOf(DAVID, FIRST_AID)).toEqual([]);
  });

  it('never reuses the id of a deleted course', () => {
    const { id } = site.addCourse({ shortname: 'NEW-1', fullname: 'New' });
    site.deletesCourse(id);
    expect(site.addCourse({ shortname: 'NEW-1', fullname: 'New' }).id).toBe(id + 1);
  });

  it('shows the page that links to a course open', async () => {
    const page = await fetch(`${server.url}/course/view.php?id=${EXCEL}`);
    expect(await page.text()).toContain('<h1>Excel niveau 1</h1>');
    expect((await fetch(`${server.url}/course/view.php?id=99`)).status).toBe(404);
  });
});
