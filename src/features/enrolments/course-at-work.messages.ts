import type { Identity, Profile } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import type { Moodle } from '../../moodle/client';
import { type MoodleFailure, outOfTime } from '../../moodle/moodle-failure';
import type { MoodleRoles } from '../../moodle/moodle-role';

/** One delivery attempt for a course, with everything it needs. */
export interface CourseAtWork {
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
  mayCall: () => boolean;
  /** Failed attempts before this one. */
  attempts: number;
  /** An earlier attempt got no answer from Moodle, or its process died waiting for one. */
  isDoubted: boolean;
  /** Calls that may still run in Moodle. Whatever else fails, the next attempt waits for them. */
  doubts: MoodleFailure[];
  /** Slack did not answer for a person. Only that person waits. */
  isSlackSilent: boolean;
}

export function demandTime(work: CourseAtWork, call: string): void {
  if (!work.mayCall()) throw outOfTime(call);
}

/** Attempts after which an unclear failure counts. */
const MOST_DOUBTS = 3;

/** An unclear failure may be transient, so early attempts do not act on it. */
export function isInDoubt({ attempts }: CourseAtWork, { code }: MoodleFailure): boolean {
  return code === 'moodle.uncertain' && attempts < MOST_DOUBTS;
}

/** Waits until all calls have settled, then rejects with the first failure. */
export async function allOf<T>(calls: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(calls);
  return Promise.all(calls);
}
