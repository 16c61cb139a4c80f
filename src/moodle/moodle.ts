// Moodle's data in our terms. Ids are Moodle's own; times are Unix seconds.

/** Moodle lists the site itself as a course. */
export const FRONT_PAGE = 1;

export interface MoodleCourse {
  id: number;
  shortname: string;
  name: string;
  /** Undefined when we may not view the course. */
  visible: boolean | undefined;
  /** Has an enabled manual enrolment method, which enrolling from here requires. */
  enrolsManually: boolean;
  /** Shows people only the members of their own groups, unless they may see all groups. */
  separatesGroups: boolean;
}

export interface MoodleAccount {
  id: number;
  /** As Moodle stores it, including case. */
  email: string;
  isSuspended: boolean;
}

export interface NewMoodleAccount {
  username: string;
  firstName: string;
  lastName: string;
  email: string;
}

/** A participant of a course, enrolled by any method. */
export interface Participant {
  accountId: number;
  /** Of the course: Unix seconds, 0 for never; undefined when the site hides it. */
  lastAccess: number | undefined;
  /** The same for the whole site. */
  lastSignIn: number | undefined;
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
  /** Unix seconds; 0 is no limit. Both are always sent, because Moodle takes a missing one for “no limit”. */
  start: number;
  end: number;
}

/**
 * `retry`: the same call may succeed later. `look`: the outcome is unknown, so read before deciding. `permanent`: the
 * same call fails again. `misconfigured`: fails until an administrator of Moodle changes something.
 */
export type MoodleFailureKind = 'retry' | 'look' | 'permanent' | 'misconfigured';

/** Why a call failed, as far as people can act on it. */
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
  /** Empty answers: a right to see people is missing. */
  'moodle.blind',
  /** The course keeps groups apart, and the right to see all of them is missing. */
  'moodle.groups',
  'moodle.no_manual_enrolment',
  'moodle.unknown_user',
  'moodle.unknown_record',
  'moodle.refused',
] as const;
export type MoodleFailureCode = (typeof MOODLE_FAILURE_CODES)[number];

/** Failures to fix for one course, while the other courses continue. */
const OF_ONE_COURSE: readonly MoodleFailureCode[] = [
  'moodle.mail',
  'moodle.course_access',
  'moodle.role',
  'moodle.blind',
  'moodle.groups',
  'moodle.no_manual_enrolment',
  'moodle.unknown_user',
  'moodle.unknown_record',
  'moodle.refused',
];

/** Whether a failure of this many courses concerns each of them, and not the whole site. */
export function concernsOneCourse(code: MoodleFailureCode, courses: number): boolean {
  return OF_ONE_COURSE.includes(code) || (code === 'moodle.uncertain' && courses <= 1);
}
