import type { MoodleAccount, MoodleCourse, MoodleGroup, NewEnrolment, NewMoodleAccount, Participant } from './moodle';

/** Our account in Moodle, and the functions that it may call. */
export interface MoodleSite {
  name: string;
  release: string;
  username: string;
  accountId: number;
  /** Has every permission. */
  isAdministrator: boolean;
  functions: readonly string[];
}

/** The calls to Moodle. Every function rejects with a `MoodleFailure`. */
export interface Moodle {
  /** Web address of a course; MOODLE_URL may end in a slash. */
  courseAddress: (courseId: number) => string;
  /** Web address of the page on which people ask Moodle for a new password. */
  passwordAddress: string;
  site: () => Promise<MoodleSite>;
  /** All courses, without the front page. */
  courses: () => Promise<MoodleCourse[]>;
  course: (id: number) => Promise<MoodleCourse | undefined>;
  /** Matches every character, including case. Makes as many calls as needed. */
  accountsByEmail: (emails: readonly string[]) => Promise<MoodleAccount[]>;
  /**
   * Ignores case. Returns only accounts with exactly this address, although Moodle treats `%` and `_` as wildcards.
   * Does not search for an address with `%`, and returns no account.
   */
  accountsByEmailAnyCase: (email: string) => Promise<MoodleAccount[]>;
  /** Includes deleted accounts, whose address is not an address. `email` is undefined when the site hides it. */
  accountsById: (ids: readonly number[]) => Promise<{ id: number; email: string | undefined }[]>;
  /**
   * Creates all or none, at most `MAX_ACCOUNTS` at once. Moodle mails each a password. Returns ids in the given order.
   * Cuts names to Moodle's limit. One address that is too long refuses all, before Moodle is called.
   */
  createAccounts: (accounts: readonly NewMoodleAccount[]) => Promise<number[]>;
  /** Enrols all or none, at most `MAX_ENROLMENTS` at once. */
  enrol: (enrolments: readonly NewEnrolment[], mayBegin?: () => boolean) => Promise<void>;
  /** Ignores accounts that are not enrolled; at most `MAX_ENROLMENTS` at once. */
  unenrol: (courseId: number, accountIds: readonly number[]) => Promise<void>;
  /** Takes one role; the enrolment, other roles and groups stay. Ignores a role that is not held. */
  unassignRole: (courseId: number, accountId: number, roleId: number) => Promise<void>;
  participants: (courseId: number) => Promise<Participant[]>;
  /**
   * Whether we see every participant of a course with separate groups. The group belongs to the course, and we are not
   * in it.
   */
  seesAllGroups: (courseId: number, groupId: number) => Promise<boolean>;
  groups: (courseId: number) => Promise<MoodleGroup[]>;
  createGroup: (courseId: number, name: string) => Promise<MoodleGroup>;
  /** Ignores existing members; at most `MAX_MEMBERS` at once. */
  addToGroup: (groupId: number, accountIds: readonly number[]) => Promise<void>;
  removeFromGroup: (groupId: number, accountIds: readonly number[]) => Promise<void>;
}

/**
 * PHP silently drops variables beyond 1,000. An enrolment and an account take five each, a member two, and the call
 * three.
 */
export const MAX_ENROLMENTS = 150;
export const MAX_ACCOUNTS = 150;
export const MAX_MEMBERS = 400;
