// What Moodle knows, in our words. Ids are Moodle's own numbers; moments there are Unix seconds.

export interface MoodleCourse {
  id: number;
  shortname: string;
  name: string;
  /** Undefined where we may not go in, which takes a right. */
  visible: boolean | undefined;
  /** Has an enabled manual enrolment method, without which nobody can be enrolled from here. */
  enrolsManually: boolean;
  /** Shows people only those of their own groups, unless they may see all of them. */
  separatesGroups: boolean;
}

export interface MoodleAccount {
  id: number;
  /** As Moodle keeps it: capitals and all. */
  email: string;
  isSuspended: boolean;
}

export interface NewMoodleAccount {
  username: string;
  firstName: string;
  lastName: string;
  email: string;
}

/** Somebody in a course, however they came to be there. */
export interface Participant {
  accountId: number;
  /** Unix seconds, 0 for never; undefined where the site hides it. */
  lastAccess: number | undefined;
  roleIds: readonly number[];
}

export interface MoodleGroup {
  id: number;
  name: string;
}

export interface NewEnrolment {
  courseId: number;
  accountId: number;
  roleId: number;
  /** Unix seconds; both are always sent, since Moodle takes what is left out for “no limit”. 0 is no limit. */
  start: number;
  end: number;
}

/**
 * `retry`: not now, the same call later. `look`: it may or may not have been done, so read before deciding. `permanent`:
 * the same call fails again. `misconfigured`: fails until an administrator of Moodle changes something.
 */
export type MoodleFailureKind = 'retry' | 'look' | 'permanent' | 'misconfigured';

/** Why a call failed, as far as people can do something about it. */
export const MOODLE_FAILURE_CODES = [
  'moodle.unreachable',
  'moodle.address',
  'moodle.certificate',
  'moodle.maintenance',
  'moodle.database',
  'moodle.unreadable',
  'moodle.uncertain',
  'moodle.mail',
  'moodle.services_off',
  'moodle.token',
  'moodle.access',
  'moodle.account',
  'moodle.password',
  'moodle.policy',
  'moodle.permission',
  'moodle.course_access',
  'moodle.role',
  /** Answers as if nobody were there: a right to see people is missing. */
  'moodle.blind',
  'moodle.no_manual_enrolment',
  'moodle.unknown_user',
  'moodle.unknown_record',
  'moodle.refused',
] as const;
export type MoodleFailureCode = (typeof MOODLE_FAILURE_CODES)[number];

/** What somebody has to put right for a course, while the others go on. */
const OF_ONE_COURSE: readonly MoodleFailureCode[] = [
  'moodle.mail',
  'moodle.course_access',
  'moodle.role',
  'moodle.blind',
  'moodle.no_manual_enrolment',
  'moodle.unknown_user',
  'moodle.unknown_record',
  'moodle.refused',
];

/** Whether such a failure, which so many courses have, is of each of them and not of the whole site. */
export function concernsOneCourse(code: MoodleFailureCode, courses: number): boolean {
  return OF_ONE_COURSE.includes(code) || (code === 'moodle.uncertain' && courses <= 1);
}
