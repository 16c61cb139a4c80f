import type { MoodleAccount, MoodleCourse, MoodleGroup, NewEnrolment, NewMoodleAccount, Participant } from './moodle';

/** Who we are in Moodle, and what we may call. */
export interface MoodleSite {
  name: string;
  release: string;
  username: string;
  accountId: number;
  /** May do everything there. */
  isAdministrator: boolean;
  functions: readonly string[];
}

/** What we ask of Moodle. Every function rejects with a `MoodleFailure`. */
export interface Moodle {
  /** Where a course is shown to people; with or without a slash in MOODLE_URL. */
  courseAddress: (courseId: number) => string;
  site: () => Promise<MoodleSite>;
  /** All courses, without the front page. */
  courses: () => Promise<MoodleCourse[]>;
  course: (id: number) => Promise<MoodleCourse | undefined>;
  /** Those that Moodle finds letter by letter, capitals included; in as many calls as their number needs. */
  accountsByEmail: (emails: readonly string[]) => Promise<MoodleAccount[]>;
  /**
   * Whatever the capitals; only accounts with that very address, though Moodle itself takes `%` and `_` for wildcards.
   * Nobody for an address with `%`, which is not looked for.
   */
  accountsByEmailAnyCase: (email: string) => Promise<MoodleAccount[]>;
  /** Deleted ones too, under an address that is none. Without an address where the site hides it. */
  accountsById: (ids: readonly number[]) => Promise<{ id: number; email: string | undefined }[]>;
  /**
   * All or none, at most `MOST_ACCOUNTS` at once; Moodle mails each a password. Returns ids in the order given. Names are cut
   * to what Moodle holds; an address that is longer is refused, with all the others, before Moodle is asked.
   */
  createAccounts: (accounts: readonly NewMoodleAccount[]) => Promise<number[]>;
  /** All or none, at most `MOST_ENROLMENTS` at once. */
  enrol: (enrolments: readonly NewEnrolment[], mayBegin?: () => boolean) => Promise<void>;
  /** Harmless for who is not enrolled; at most `MOST_ENROLMENTS` at once. */
  unenrol: (courseId: number, accountIds: readonly number[]) => Promise<void>;
  participants: (courseId: number) => Promise<Participant[]>;
  /** Whether everybody is shown in a course that keeps groups apart; the group is one of the course, without us in it. */
  seesAllGroups: (courseId: number, groupId: number) => Promise<boolean>;
  groups: (courseId: number) => Promise<MoodleGroup[]>;
  createGroup: (courseId: number, name: string) => Promise<MoodleGroup>;
  /** Harmless for who is a member; at most `MOST_MEMBERS` at once. */
  addToGroup: (groupId: number, accountIds: readonly number[]) => Promise<void>;
  removeFromGroup: (groupId: number, accountIds: readonly number[]) => Promise<void>;
}

/**
 * PHP drops variables beyond 1,000 without a word: five each for an enrolment and for an account, two for a member, and
 * three that say what is called.
 */
export const MAX_ENROLMENTS = 150;
export const MAX_ACCOUNTS = 150;
export const MAX_MEMBERS = 400;
