import { z } from 'zod';
import { readName } from './words';

/** A web service function, and the minimum that its answer must contain. */
export interface MoodleFunction<Answer> {
  name: string;
  /** Changes something, so a missing answer leaves the outcome unknown. */
  writes: boolean;
  /** Takes the id of a course or a group, which may be gone. */
  namesRecord: boolean;
  /** May take long on a large site. */
  isSlow: boolean;
  answer: z.ZodType<Answer>;
}

type Traits = Partial<Record<'writes' | 'namesRecord' | 'isSlow', boolean>>;

export function moodleFunction<Answer>(
  name: string,
  answer: z.ZodType<Answer>,
  { writes = false, namesRecord = false, isSlow = false }: Traits = {},
): MoodleFunction<Answer> {
  return { name, answer, writes, namesRecord, isSlow };
}

const id = z.int();
const name = z.string().transform(readName);
const flag = z.union([z.number(), z.boolean()]).transform(Boolean);

const site = z.object({
  sitename: name,
  release: z.string(),
  username: z.string(),
  userid: id,
  userissiteadmin: flag.default(false),
  functions: z.array(z.object({ name: z.string() })),
});
const course = z.object({
  id,
  shortname: name,
  fullname: name,
  // Missing when the service account may not view courses.
  visible: flag.optional(),
  enrollmentmethods: z.array(z.string()).default([]),
  groupmode: z.number().default(0),
});
const account = z.object({ id, email: z.string().optional(), suspended: flag.default(false) });
const participant = z.object({
  id,
  lastcourseaccess: z.number().optional(),
  lastaccess: z.number().optional(),
  roles: z.array(z.object({ roleid: id })).default([]),
});
const group = z.object({ id, name });

export type CourseAnswer = z.output<typeof course>;
export type AccountAnswer = z.output<typeof account>;

export const SITE = moodleFunction('core_webservice_get_site_info', site);
export const COURSES = moodleFunction('core_course_get_courses_by_field', z.object({ courses: z.array(course) }), {
  isSlow: true,
});
export const COURSE = { ...COURSES, isSlow: false };
export const ACCOUNTS = moodleFunction('core_user_get_users_by_field', z.array(account));
export const ACCOUNTS_ANY_CASE = moodleFunction('core_user_get_users', z.object({ users: z.array(account) }), {
  isSlow: true,
});
export const CREATE_ACCOUNTS = moodleFunction(
  'core_user_create_users',
  z.array(z.object({ id, username: z.string() })),
  { writes: true, isSlow: true },
);
export const ENROL = moodleFunction('enrol_manual_enrol_users', z.null(), {
  writes: true,
  namesRecord: true,
  isSlow: true,
});
export const UNENROL = moodleFunction('enrol_manual_unenrol_users', z.null(), {
  writes: true,
  namesRecord: true,
  isSlow: true,
});
export const UNASSIGN_ROLES = moodleFunction('core_role_unassign_roles', z.null(), {
  writes: true,
  namesRecord: true,
});
export const PARTICIPANTS = moodleFunction('core_enrol_get_enrolled_users', z.array(participant), {
  namesRecord: true,
  isSlow: true,
});
export const GROUPS = moodleFunction('core_group_get_course_groups', z.array(group), { namesRecord: true });
export const CREATE_GROUPS = moodleFunction('core_group_create_groups', z.tuple([group], group), {
  writes: true,
  namesRecord: true,
  isSlow: true,
});
export const ADD_MEMBERS = moodleFunction('core_group_add_group_members', z.null(), {
  writes: true,
  namesRecord: true,
  isSlow: true,
});
export const DELETE_MEMBERS = moodleFunction('core_group_delete_group_members', z.null(), {
  writes: true,
  namesRecord: true,
  isSlow: true,
});
