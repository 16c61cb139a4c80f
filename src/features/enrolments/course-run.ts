import type { Identity } from '../../core/identity';
import type { Profile } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import type { Moodle } from '../../moodle/client';
import { type MoodleFailure, OutOfTime } from '../../moodle/moodle-failure';
import type { MoodleRoles } from '../../moodle/moodle-role';

/** One delivery attempt for a course, with everything it needs. */
export interface CourseRun {
  db: Database;
  moodle: Moodle;
  now: () => Now;
  roles: MoodleRoles;
  profileOf: (identity: Identity) => Promise<Profile | undefined | 'silent'>;
  /** Our id of the course. */
  courseId: number;
  /** Moodle's id of the course. */
  moodleId: number;
  /** Check before every writing call: false when another sender may have taken over the course. */
  mayBegin: () => boolean;
  /** Failed attempts before this one. */
  attempts: number;
  /** An earlier attempt got no answer from Moodle, or its process died waiting for one. */
  isDoubted: boolean;
  /** Calls that may still run in Moodle. Whatever else fails, the next attempt waits for them. */
  doubts: MoodleFailure[];
  /** Slack did not answer for a person. Only that person waits. */
  isSlackSilent: boolean;
}

export function requireTime(work: CourseRun, call: string): void {
  if (!work.mayBegin()) throw new OutOfTime(call);
}

/** Attempts after which an unclear failure counts. */
const MAX_DOUBTS = 3;

/** An unclear failure may be transient, so early attempts do not act on it. */
export function isInDoubt({ attempts }: CourseRun, { code }: MoodleFailure): boolean {
  return code === 'moodle.uncertain' && attempts < MAX_DOUBTS;
}

/** Waits until all calls have settled, then rejects with the first failure. */
export async function allOf<T>(calls: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(calls);
  return Promise.all(calls);
}
