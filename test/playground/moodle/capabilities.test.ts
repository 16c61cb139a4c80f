import { type Capability, minimalCapabilities } from '../../../src/playground/moodle/capabilities';
import type { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import { ask } from './call';
import { furnishLab } from './lab';
import type { Param } from './recorded-pairs';

const enrolment = (courseid: number) => ({ enrolments: [{ roleid: 5, userid: 8, courseid }] });
const unenrolment = (courseid: number) => ({ enrolments: [{ userid: 8, courseid }] });
const bruno = { field: 'email', values: ['bruno.petit@example.com'] };
const nina = { username: 'nina', email: 'nina@example.com', firstname: 'Nina', lastname: 'Sol', createpassword: 1 };

/** Each operation runs on its own lab. */
const operations: Record<string, [string, Record<string, Param>]> = {
  'site info': ['core_webservice_get_site_info', {}],
  course: ['core_course_get_courses_by_field', { field: 'shortname', value: 'SST-2026' }],
  'hidden course': ['core_course_get_courses_by_field', { field: 'shortname', value: 'HIDDEN-1' }],
  search: ['core_course_search_courses', { criterianame: 'search', criteriavalue: 'publiée' }],
  account: ['core_user_get_users_by_field', bruno],
  'create account': ['core_user_create_users', { users: [nina] }],
  enrol: ['enrol_manual_enrol_users', enrolment(3)],
  'enrol hidden': ['enrol_manual_enrol_users', enrolment(8)],
  unenrol: ['enrol_manual_unenrol_users', unenrolment(2)],
  'unenrol hidden': ['enrol_manual_unenrol_users', unenrolment(8)],
  participants: ['core_enrol_get_enrolled_users', { courseid: 2 }],
  'participants hidden': ['core_enrol_get_enrolled_users', { courseid: 8 }],
  'courses of somebody': ['core_enrol_get_users_courses', { userid: 5 }],
  groups: ['core_group_get_course_groups', { courseid: 2 }],
  'create group': ['core_group_create_groups', { groups: [{ courseid: 2, name: 'Initech', description: '' }] }],
  'join group': ['core_group_add_group_members', { members: [{ groupid: 1, userid: 8 }] }],
  'leave group': ['core_group_delete_group_members', { members: [{ groupid: 1, userid: 5 }] }],
  'give role': [
    'core_role_assign_roles',
    { assignments: [{ roleid: 4, userid: 5, contextlevel: 'course', instanceid: 2 }] },
  ],
};

const manages = ['groups', 'create group', 'join group', 'leave group'];
const changesHere = ['enrol', 'enrol hidden', 'unenrol', 'unenrol hidden', 'give role'];

/** The operations that each missing capability changes, as measured on a real Moodle. */
const broken: Record<(typeof minimalCapabilities)[number], Record<string, string>> = {
  'webservice/rest:use': each(Object.keys(operations), 'accessexception'),
  'moodle/course:view': {
    ...each(changesHere, 'requireloginerror'),
    ...each([...manages, 'participants', 'participants hidden'], 'errorcoursecontextnotvalid'),
    'courses of somebody': 'nothing',
  },
  'moodle/course:viewhiddencourses': {
    ...each(['hidden course', 'search'], 'nothing'),
    ...each(['enrol hidden', 'unenrol hidden'], 'requireloginerror'),
    'participants hidden': 'errorcoursecontextnotvalid',
  },
  'enrol/manual:enrol': each(['enrol', 'enrol hidden'], 'nopermissions'),
  'enrol/manual:unenrol': each(['unenrol', 'unenrol hidden'], 'nopermissions'),
  'moodle/role:assign': { ...each(['enrol', 'enrol hidden'], 'wsusercannotassign'), 'give role': 'nopermissions' },
  'moodle/user:create': each(['create account'], 'nopermissions'),
  'moodle/user:viewdetails': each(['account', 'participants', 'participants hidden', 'courses of somebody'], 'nothing'),
  'moodle/site:viewuseridentity': { account: 'nothing', ...each(['participants', 'participants hidden'], 'no email') },
  'moodle/course:viewparticipants': {
    ...each(['participants', 'participants hidden'], 'nopermissions'),
    'courses of somebody': 'nothing',
  },
  'moodle/course:managegroups': each(manages, 'nopermissions'),
};

describe('without a capability', () => {
  it('works as usual with all capabilities', async () => {
    expect(await outcomes()).toEqual({});
  });

  it.each(minimalCapabilities)('changes exactly these operations: %s', async (capability) => {
    expect(await outcomes(capability)).toEqual(broken[capability]);
  });
});

function each(names: readonly string[], outcome: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, outcome]));
}

/** The operations whose outcome is unusual. */
async function outcomes(without?: Capability): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [operation, [name, params]] of Object.entries(operations)) {
    const site = furnishLab();
    site.enrolsThemselves(8, 8);
    if (without) site.settings.capabilities.delete(without);
    const outcome = outcomeOf(await callOnce(site, name, params));
    if (outcome !== 'usual') found[operation] = outcome;
  }
  return found;
}

async function callOnce(site: MoodleSite, name: string, params: Record<string, Param>): Promise<unknown> {
  const server = await serveMoodle(site);
  try {
    const asked = { function: name, params, token: site.token, format: 'json', method: 'POST' } as const;
    return JSON.parse((await ask(server.url, asked)).text) as unknown;
  } finally {
    await server.stop();
  }
}

function outcomeOf(answer: unknown): string {
  if (answer === null) return 'usual';
  const { errorcode, courses } = answer as { errorcode?: string; courses?: unknown[] };
  if (errorcode !== undefined) return errorcode;
  const list = Array.isArray(answer) ? answer : courses;
  if (list?.length === 0) return 'nothing';
  const isPeople = list?.some((one: object) => 'firstname' in one);
  return isPeople && !list?.every((one: object) => 'email' in one) ? 'no email' : 'usual';
}
