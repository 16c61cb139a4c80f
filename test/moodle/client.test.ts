import { MAX_ACCOUNTS, MAX_ENROLMENTS, MAX_MEMBERS, type Moodle } from '../../src/moodle/client';
import { connectMoodle } from '../../src/moodle/connect';
import { recorded } from './pairs';
import { failureOf, json, openSite, replay, type Site, TOKEN } from './site';

describe('Moodle', () => {
  let site: Site;
  let moodle: Moodle;

  beforeAll(async () => {
    site = await openSite();
  });
  beforeEach(() => {
    site.asked.length = 0;
    moodle = connectMoodle({ url: site.url, token: TOKEN });
  });
  afterAll(() => site.close());

  const asks = () => site.asked.map(({ form }) => Object.fromEntries([...form].slice(3)));
  const answers = (fn: string, name: string) => site.answer(replay(recorded(fn, name)));

  it.each(['', '/', '//', '/?lang=fr'])('is found at an address that ends with %j', async (end) => {
    moodle = connectMoodle({ url: `${site.url}/campus${end}`, token: TOKEN });
    answers('enrol_manual_enrol_users', 'success');
    await moodle.unenrol(2, [5]);
    expect(site.asked[0]).toMatchObject({ method: 'POST', path: '/campus/webservice/rest/server.php' });
    expect(Object.fromEntries(site.asked[0]?.form ?? [])).toEqual({
      wstoken: TOKEN,
      wsfunction: 'enrol_manual_unenrol_users',
      moodlewsrestformat: 'json',
      'enrolments[0][userid]': '5',
      'enrolments[0][courseid]': '2',
    });
    expect(moodle.courseAddress(2)).toBe(`${site.url}/campus/course/view.php?id=2`);
    expect(moodle.passwordAddress).toBe(`${site.url}/campus/login/forgot_password.php`);
  });

  it('identifies our account, and reveals none of our keys', async () => {
    answers('core_webservice_get_site_info', 'success');
    const found = await moodle.site();
    expect(found).toMatchObject({ name: 'Moodle Example', release: '4.5.6 (Build: 20250811)', accountId: 3 });
    expect(found.functions).toContain('enrol_manual_enrol_users');
    expect(JSON.stringify(found)).not.toContain('REDACTED');
  });

  it('lists its courses without the front page', async () => {
    answers('core_course_get_courses_by_field', 'no_field_all_courses');
    const courses = await moodle.courses();
    expect(courses.map(({ id }) => id).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(courses.find(({ id }) => id === 3)).toEqual({
      id: 3,
      shortname: 'EXCEL-1',
      name: 'Excel niveau 1',
      visible: true,
      enrolsManually: true,
      separatesGroups: false,
    });
  });

  it('lists five thousand courses', async () => {
    const { courses } = JSON.parse(recorded('core_course_get_courses_by_field', 'id').body);
    const many = Array.from({ length: 5_000 }, (_, n) => ({ ...courses[0], id: n + 2, fullname: `R&amp;D ${n}` }));
    site.answer(json({ courses: many, warnings: [] }));
    const found = await moodle.courses();
    expect(found).toHaveLength(5_000);
    expect(found.at(-1)).toMatchObject({ id: 5_001, name: 'R&D 4999' });
  });

  it.each([
    ['hidden_visible_to_role', { visible: false, enrolsManually: true }],
    ['manual_disabled', { visible: true, enrolsManually: false }],
    ['no_manual_instance', { visible: true, enrolsManually: false }],
    ['without_course_view', { visible: undefined, enrolsManually: true }],
  ])('finds a course: %s', async (name, course) => {
    answers('core_course_get_courses_by_field', name);
    expect(await moodle.course(2)).toMatchObject(course);
    expect(asks()).toEqual([{ field: 'id', value: '2' }]);
  });

  it('does not find a course that does not exist', async () => {
    answers('core_course_get_courses_by_field', 'id_unknown');
    expect(await moodle.course(99_999)).toBeUndefined();
  });

  it('finds accounts by e-mail, three hundred per call, each once', async () => {
    const emails = Array.from({ length: 601 }, (_, n) => `zoe${n}@example.com`);
    site.answer((response, form) => {
      const users = [...form].filter(([key]) => key.startsWith('values')).map(([, email]) => ({ id: 7, email }));
      response.end(JSON.stringify(users));
    });
    expect(await moodle.accountsByEmail([...emails, 'zoe0@example.com'])).toEqual([
      { id: 7, email: 'zoe600@example.com', isSuspended: false },
    ]);
    expect(asks().map((ask) => Object.keys(ask).length)).toEqual([301, 301, 2]);
    expect(asks()[2]).toEqual({ field: 'email', 'values[0]': 'zoe600@example.com' });
  });

  it('reports suspended accounts, and makes no call for an empty list', async () => {
    answers('core_user_get_users_by_field', 'suspended_user');
    expect(await moodle.accountsByEmail(['suspendu@example.com'])).toMatchObject([{ id: 11, isSuspended: true }]);
    site.asked.length = 0;
    expect(await moodle.accountsByEmail([])).toEqual([]);
    expect(site.asked).toEqual([]);
  });

  it('finds an account in any case, but not by a wildcard', async () => {
    answers('core_user_get_users', 'email_case_insensitive');
    expect(await moodle.accountsByEmailAnyCase('alice.martin@example.COM')).toMatchObject([
      { id: 5, email: 'Alice.Martin@Example.com' },
    ]);
    expect(asks()).toEqual([{ 'criteria[0][key]': 'email', 'criteria[0][value]': 'alice.martin@example.COM' }]);
    answers('core_user_get_users', 'email_underscore_wildcard');
    expect(await moodle.accountsByEmailAnyCase('bruno_petit@example.com')).toEqual([]);
  });

  it.each([
    ['id_without_viewalldetails', [{ id: 6, email: 'bruno.petit@example.com' }]],
    ['deleted_user_by_id', [{ id: 12, email: '202c00386f5abaee310d3c8d07bf46d5' }]],
  ])('shows an account by its id: %s', async (name, shown) => {
    answers('core_user_get_users_by_field', name);
    expect(await moodle.accountsById([6, 12])).toEqual(shown);
    expect(asks()).toEqual([{ field: 'id', 'values[0]': '6', 'values[1]': '12' }]);
  });

  it('creates accounts that Moodle mails a password, and returns their ids in the given order', async () => {
    const accounts = ['zoe', 'ali'].map((username) => ({
      username,
      firstName: 'Zoé',
      lastName: 'O’Neil & fils',
      email: `${username}@example.com`,
    }));
    site.answer(
      json([
        { id: 22, username: 'ali' },
        { id: 21, username: 'zoe' },
      ]),
    );
    expect(await moodle.createAccounts(accounts)).toEqual([21, 22]);
    expect(asks()[0]).toMatchObject({
      'users[0][username]': 'zoe',
      'users[0][firstname]': 'Zoé',
      'users[0][lastname]': 'O’Neil & fils',
      'users[0][email]': 'zoe@example.com',
      'users[0][createpassword]': '1',
    });
    site.answer(json([{ id: 21, username: 'zoe' }]));
    await expect(moodle.createAccounts(accounts)).rejects.toMatchObject({ kind: 'look', code: 'moodle.uncertain' });
  });

  it('creates no account when an address is too long for Moodle, and makes no call', async () => {
    const names = { username: 'zoe', firstName: 'Zoé', lastName: 'O’Neil' };
    const email = (length: number) => `${'z'.repeat(length - 12)}@example.com`;
    const accounts = [email(100), email(101)].map((one) => ({ ...names, email: one }));
    const failure = await failureOf(moodle.createAccounts(accounts));
    expect(failure).toMatchObject({ kind: 'permanent', code: 'moodle.refused', call: 'core_user_create_users' });
    expect(JSON.stringify(failure)).not.toMatch(/zzz|@/);
    expect(site.asked).toEqual([]);
  });

  it('enrols with both dates, even when there are none', async () => {
    answers('enrol_manual_enrol_users', 'success');
    await moodle.enrol([{ courseId: 2, accountId: 16, roleId: 5, start: 0, end: 0 }]);
    expect(asks()).toEqual([
      {
        'enrolments[0][roleid]': '5',
        'enrolments[0][userid]': '16',
        'enrolments[0][courseid]': '2',
        'enrolments[0][timestart]': '0',
        'enrolments[0][timeend]': '0',
      },
    ]);
  });

  it('lists the participants with their last access', async () => {
    answers('core_enrol_get_enrolled_users', 'userfields_small');
    const people = await moodle.participants(2);
    expect(people[0]).toEqual({ accountId: 5, lastAccess: 1795443613, roleIds: [5] });
    expect(people[1]).toEqual({ accountId: 6, lastAccess: 0, roleIds: [5] });
    expect(people[5]?.roleIds).toEqual([4, 5]);
    expect(asks()).toEqual([
      { courseid: '2', 'options[0][name]': 'userfields', 'options[0][value]': 'id,lastaccess,lastcourseaccess,roles' },
    ]);
    answers('core_enrol_get_enrolled_users', 'after_site_login_only');
    expect((await moodle.participants(4))[1]).toMatchObject({ accountId: 8, lastAccess: 0, lastSignIn: 1795447530 });
    answers('core_enrol_get_enrolled_users', 'lastaccess_hidden_by_site');
    expect((await moodle.participants(2))[0]).toMatchObject({ lastAccess: undefined, lastSignIn: undefined });
  });

  it.each([
    ['groupid_missing_accessallgroups', false],
    ['groupid_with_accessallgroups', true],
  ])('tells whether it shows people of every group: %s', async (name, isShown) => {
    answers('core_enrol_get_enrolled_users', name);
    expect(await moodle.seesAllGroups(2, 1)).toBe(isShown);
    expect(asks()[0]).toMatchObject({ courseid: '2', 'options[0][name]': 'groupid', 'options[0][value]': '1' });
    answers('core_enrol_get_enrolled_users', 'unknown_course');
    await expect(moodle.seesAllGroups(99, 1)).rejects.toMatchObject({ code: 'moodle.unknown_record' });
  });

  it('lists and creates groups, and changes their members', async () => {
    answers('core_group_get_course_groups', 'success');
    expect((await moodle.groups(2))[0]).toEqual({ id: 1, name: 'ACME' });
    answers('core_group_create_groups', 'success');
    expect(await moodle.createGroup(3, 'ACME SARL')).toEqual({ id: 3, name: 'ACME SARL' });
    answers('core_group_add_group_members', 'success');
    await moodle.addToGroup(3, [5, 6]);
    await moodle.removeFromGroup(3, [5]);
    expect(asks().slice(1)).toEqual([
      { 'groups[0][courseid]': '3', 'groups[0][name]': 'ACME SARL', 'groups[0][description]': '' },
      {
        'members[0][groupid]': '3',
        'members[0][userid]': '5',
        'members[1][groupid]': '3',
        'members[1][userid]': '6',
      },
      { 'members[0][groupid]': '3', 'members[0][userid]': '5' },
    ]);
    expect(site.asked.map(({ form }) => form.get('wsfunction')).slice(2)).toEqual([
      'core_group_add_group_members',
      'core_group_delete_group_members',
    ]);
  });

  const ids = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
  const enrolments = (count: number) =>
    ids(count).map((accountId) => ({ courseId: 2, accountId, roleId: 5, start: 0, end: 0 }));
  const accounts = (count: number) =>
    ids(count).map((n) => ({ username: `n${n}`, firstName: 'N', lastName: 'N', email: `n${n}@example.com` }));

  const BATCHES: [string, number, (count: number) => Promise<unknown>][] = [
    ['enrol', MAX_ENROLMENTS, (count) => moodle.enrol(enrolments(count))],
    ['unenrol', MAX_ENROLMENTS, (count) => moodle.unenrol(2, ids(count))],
    ['createAccounts', MAX_ACCOUNTS, (count) => moodle.createAccounts(accounts(count))],
    ['addToGroup', MAX_MEMBERS, (count) => moodle.addToGroup(3, ids(count))],
    ['removeFromGroup', MAX_MEMBERS, (count) => moodle.removeFromGroup(3, ids(count))],
  ];

  it.each(BATCHES)('accepts in %s nothing, or %i items within PHP’s limit, and no more', async (name, most, send) => {
    site.answer(name === 'createAccounts' ? json(accounts(most).map((one, n) => ({ ...one, id: n + 1 }))) : json(null));
    await send(0);
    expect(site.asked).toEqual([]);
    const failure = await failureOf(send(most + 1));
    expect(failure).toMatchObject({ name: 'Error', message: `${most + 1} at once, where Moodle takes ${most}` });
    expect(site.asked).toEqual([]);
    await send(most);
    expect([...(site.asked[0]?.form ?? [])].length).toBeLessThanOrEqual(1_000);
  });
});
