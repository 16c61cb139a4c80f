import type { Capability } from '../../../src/playground/moodle/capabilities';
import { putRole } from '../../../src/playground/moodle/membership';
import type { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import type { Settings } from '../../../src/playground/moodle/settings';
import type { Asked } from './call';
import { editingTeacher, enrol, student, teacher, trainee } from './lab';

/** Prepares the lab as it was before a recorded call. */
export type Arrange = (site: MoodleSite, asked: Asked) => void;

const set =
  (settings: Partial<Settings>): Arrange =>
  (site) =>
    void Object.assign(site.settings, settings);

const without =
  (capability: Capability): Arrange =>
  ({ settings }) =>
    void settings.capabilities.delete(capability);

const granted =
  (...capabilities: Capability[]): Arrange =>
  ({ settings }) => {
    for (const capability of capabilities) settings.capabilities.add(capability);
  };

const hidden =
  (field: 'email' | 'lastaccess', ...capabilities: Capability[]): Arrange =>
  (site, asked) => {
    site.settings.hiddenUserFields.add(field);
    granted(...capabilities)(site, asked);
  };

const ask =
  (change: Partial<Asked>): Arrange =>
  (_, asked) =>
    void Object.assign(asked, change);

const enrolled =
  (accountId: number, courseId: number, more: object = {}): Arrange =>
  (site) =>
    enrol(site, accountId, courseId, more);

const teaching =
  (accountId: number): Arrange =>
  (site) => {
    if (accountId === 4) site.addAccount({ id: 4, ...tina });
    enrol(site, accountId, 2, { roleId: editingTeacher });
  };

const tina = { username: 'tina', firstname: 'Tina', lastname: 'Teacher', email: 'tina@example.com' };

const ticked =
  (...roles: number[]): Arrange =>
  ({ settings }) => {
    settings.assignableRoles = new Set(roles);
  };

const account =
  (email: string, id?: number): Arrange =>
  (site) =>
    void site.addAccount({ ...(id ? { id } : {}), username: email, email, firstname: 'Test', lastname: 'Nouveau' });

const all =
  (...arranges: Arrange[]): Arrange =>
  (site, asked) => {
    for (const arrange of arranges) arrange(site, asked);
  };

const course = (id: number, change: object): Arrange => {
  return (site) => void Object.assign(site.course(id), change);
};

const withoutMail = all(set({ canMail: false }), course(3, { teacher: 'Farid Benali' }));

const selfEnrolled: Arrange = (site) => site.enrolsThemselves(8, 2);

const separateGroups = course(2, { groupMode: 'separate' });

const withNew = all(account('new1@example.com', 13), account('new2@example.com'));

const onlyActivePeople: Arrange = (site) => {
  for (const id of [7, 9]) site.removesFromCourse(id, 2);
};

/** The lab's PHP accepted 5000 variables. */
const manyEnrolments = (before: number): Arrange => {
  return (site, asked) => {
    site.settings.maxInputVars = 5000;
    for (let id = 125; id < 1525; id += 1)
      site.addAccount({ id, username: `p${id}`, firstname: 'P', lastname: `${id}`, email: `p${id}@example.com` });
    const people = site.accounts.filter(({ id }) => id >= 125);
    const settings = ['filter', 'raw', 'fileurl'].slice(0, before).map((name) => [`moodlewssetting${name}`, 0]);
    const enrolments = people.map(({ id }) => ({ roleid: student, userid: id, courseid: 12, timeend: 1_900_000_000 }));
    asked.params = { ...Object.fromEntries(settings), enrolments };
  };
};

const manyAddresses: Arrange = (site, asked) => {
  site.settings.maxInputVars = 5000;
  asked.params = { field: 'email', values: Array.from({ length: 6000 }, (_, index) => `zz${index}@example.com`) };
};

const conditions: Record<string, Arrange> = {
  missing_course_view: without('moodle/course:view'),
  missing_viewdetails: without('moodle/user:viewdetails'),
  missing_viewparticipants: without('moodle/course:viewparticipants'),
  missing_viewuseridentity: without('moodle/site:viewuseridentity'),
  missing_managegroups: without('moodle/course:managegroups'),
  service_user_must_change_password: set({ serviceAccount: 'password' }),
  site_policy_not_agreed: set({ serviceAccount: 'policy' }),
  maintenance_mode: set({ condition: 'maintenance' }),
  upgrade_pending: set({ condition: 'upgrade_pending' }),
};

const cases: Record<string, Record<string, Arrange>> = {
  core_completion_get_activities_completion_status: {
    with_caps_no_activity: all(granted('report/progress:view'), enrolled(5, 6)),
  },
  core_completion_get_course_completion_status: {
    no_criteria_with_report_cap: granted('report/completion:view'),
    user_not_enrolled: granted('report/completion:view'),
    with_criteria_and_report_cap: all(
      granted('report/completion:view'),
      enrolled(5, 6),
      course(6, { completion: 'self' }),
    ),
  },
  core_course_get_courses_by_field: {
    hidden_without_viewhiddencourses: without('moodle/course:viewhiddencourses'),
    without_course_view: without('moodle/course:view'),
  },
  core_enrol_get_enrolled_users: {
    after_real_course_visit: all(enrolled(8, 4), (site) => site.opensCourse(8, 4)),
    after_site_login_only: all(enrolled(8, 4), (site) => site.logsIn(8)),
    before_real_visit: enrolled(8, 4),
    after_role_without_enrolment: ({ records }) => putRole(records, { accountId: 8, courseId: 13 }, student),
    upgrade_pending: all(set({ condition: 'upgrade_pending' }), onlyActivePeople),
    before_unenrol: all(enrolled(7, 2), enrolled(11, 2)),
    email_hidden_by_site: hidden('email'),
    email_hidden_with_view_hidden_caps: hidden(
      'email',
      'moodle/user:viewhiddendetails',
      'moodle/course:viewhiddenuserfields',
    ),
    groupid_with_accessallgroups: granted('moodle/site:accessallgroups'),
    lastaccess_hidden_by_site: hidden('lastaccess'),
    lastaccess_hidden_with_course_viewhiddenuserfields: hidden('lastaccess', 'moodle/course:viewhiddenuserfields'),
    lastaccess_hidden_with_user_viewhiddendetails: hidden('lastaccess', 'moodle/user:viewhiddendetails'),
    onlyactive_and_onlysuspended: granted('moodle/course:enrolreview'),
    onlyactive_with_enrolreview: granted('moodle/course:enrolreview'),
    onlysuspended_with_enrolreview: granted('moodle/course:enrolreview'),
    separate_groups_missing_accessallgroups: separateGroups,
    separate_groups_with_accessallgroups: all(separateGroups, granted('moodle/site:accessallgroups')),
  },
  core_enrol_get_users_courses: {
    after_real_course_visit: all(enrolled(8, 3), enrolled(8, 4), (site) => site.opensCourse(8, 4)),
    hidden_course_left_out: all(enrolled(8, 3), enrolled(8, 8)),
  },
  core_group_add_group_members: {
    success: enrolled(8, 3),
    twice: all(enrolled(8, 3), (site) => void site.groupsIn(3)[0]?.members.push(8)),
  },
  core_group_create_groups: { success: (site) => void site.records.groups.pop() },
  core_group_get_course_groups: { separate_groups: separateGroups },
  core_role_assign_roles: {
    missing_role_assign: without('moodle/role:assign'),
    twice: ({ records }) => putRole(records, { accountId: 5, courseId: 2 }, trainee),
  },
  core_user_create_users: {
    batch_with_one_duplicate: withNew,
    duplicate_email: withNew,
    duplicate_email_allowed_by_site: all(withNew, set({ allowsSameEmail: true })),
    duplicate_email_debug_developer: all(withNew, set({ debug: 'developer' })),
    duplicate_email_debug_normal: all(withNew, set({ debug: 'normal' })),
    duplicate_email_other_case: withNew,
    duplicate_username: withNew,
    mail_server_down: set({ canMail: false }),
    missing_capability: without('moodle/user:create'),
    weak_password_debug_developer: set({ debug: 'developer' }),
  },
  core_user_get_users_by_field: {
    email_two_accounts: all(account('new1@example.com', 13), account('new1@example.com', 24)),
    email_stored_mixed_case_asked_lower: account('Mixed.Case@Example.com'),
    hiddenuserfields_email: hidden('email'),
    hiddenuserfields_email_with_viewhiddendetails: hidden('email', 'moodle/user:viewhiddendetails'),
    identity_setting_without_email: set({ identityShowsEmail: false }),
    identity_setting_without_email_plus_all_view_caps: all(
      set({ identityShowsEmail: false }),
      granted('moodle/user:viewalldetails', 'moodle/user:viewhiddendetails'),
    ),
    identity_setting_without_email_plus_useremail: set({ identityShowsEmail: false }),
    probe_admin_id_2_missing_viewdetails: without('moodle/user:viewdetails'),
    probe_admin_id_2_teacher_missing_viewdetails: all(teaching(2), without('moodle/user:viewdetails')),
    probe_guest_id_1_missing_viewdetails: all(teaching(4), without('moodle/user:viewdetails')),
    probe_teacher_missing_viewdetails: all(teaching(4), without('moodle/user:viewdetails')),
    probe_trainee_missing_viewdetails: without('moodle/user:viewdetails'),
    values_over_max_input_vars: manyAddresses,
  },
  core_webservice_get_site_info: {
    bad_token: set({ token: 'revoked' }),
    bad_token_debug_developer: set({ token: 'revoked', debug: 'developer' }),
    bad_token_lang_fr: all(set({ token: 'revoked' }), ask({ params: { moodlewssettinglang: 'fr' } })),
    bad_token_xml: all(set({ token: 'revoked' }), ask({ format: 'xml' })),
    cli_maintenance_mode: set({ condition: 'cli_maintenance' }),
    database_down: set({ condition: 'database_down' }),
    empty_token: ask({ token: '' }),
    get_method: ask({ method: 'GET' }),
    missing_capability_rest_use: without('webservice/rest:use'),
    no_json_format: ask({ format: 'xml' }),
    rest_protocol_disabled: set({ webServices: false }),
    service_disabled: set({ service: 'disabled' }),
    service_user_auth_webservice: (site) => void Object.assign(site.account(3), { auth: 'webservice' }),
    service_user_nologin: set({ serviceAccount: 'nologin' }),
    service_user_not_authorised: set({ service: 'unauthorised' }),
    service_user_suspended: set({ serviceAccount: 'suspended' }),
    token_expired: set({ token: 'expired' }),
    token_expired_second_call: set({ token: 'revoked' }),
    token_ip_restricted: set({ token: 'restricted' }),
    upgrade_running: set({ condition: 'upgrade_running' }),
    webservices_disabled: set({ webServices: false }),
  },
  enrol_manual_enrol_users: {
    batch_over_max_input_vars: manyEnrolments(0),
    batch_over_max_input_vars_aligned: manyEnrolments(2),
    batch_over_max_input_vars_last_date_lost: manyEnrolments(3),
    hidden_course_without_capability: without('moodle/course:viewhiddencourses'),
    mail_server_down: withoutMail,
    mail_server_down_batch: withoutMail,
    mail_server_down_retry: withoutMail,
    mail_welcome_message: course(3, { teacher: 'Farid Benali' }),
    missing_capability_course_view: without('moodle/course:view'),
    missing_capability_enrol: without('enrol/manual:enrol'),
    missing_capability_role_assign: without('moodle/role:assign'),
    no_manual_instance_debug_developer: set({ debug: 'developer' }),
    order_unknown_user_missing_enrol: without('enrol/manual:enrol'),
    order_unknown_user_missing_role_assign: without('moodle/role:assign'),
    probe_self_front_page_missing_course_view: without('moodle/course:view'),
    probe_self_front_page_missing_enrol: without('enrol/manual:enrol'),
    probe_self_front_page_missing_role_assign: without('moodle/role:assign'),
    probe_self_front_page_other_role_ticked: ticked(teacher),
    probe_self_front_page_role_not_ticked: ticked(teacher),
    unknown_course_debug_developer: set({ debug: 'developer' }),
  },
  enrol_manual_unenrol_users: {
    also_self_enrolled: selfEnrolled,
    only_self_enrolled: all((site) => site.removesFromCourse(8, 2), selfEnrolled),
    manual_instance_disabled: enrolled(5, 10),
    missing_capability: without('enrol/manual:unenrol'),
    probe_self_front_page_missing_unenrol: without('enrol/manual:unenrol'),
    suspended_user: enrolled(11, 2),
    user_with_two_roles: enrolled(7, 2),
  },
};

/** Undefined when the call needs no preparation. */
export function arrangementOf(functionName: string, caseName: string): Arrange | undefined {
  return cases[functionName]?.[caseName] ?? conditions[caseName];
}

/** Lets a test find arrangements whose recorded call no longer exists. */
export const arranged: readonly string[] = Object.entries(cases).flatMap(([name, all]) =>
  Object.keys(all).map((one) => `${name} ${one}`),
);
