import type { Identity } from '../../core/identity';
import type { Profile } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import type { Moodle } from '../../moodle/client';
import { type MoodleFailure, outOfTime } from '../../moodle/moodle-failure';
import type { MoodleRoles } from '../../moodle/moodle-role';

/** One course whose turn it is, with what working on it takes. */
export interface CourseRun {
  db: Database;
  moodle: Moodle;
  now: () => Now;
  roles: MoodleRoles;
  profileOf: (identity: Identity) => Promise<Profile | undefined | 'silent'>;
  /** Its number here. */
  courseId: number;
  /** Its number in Moodle. */
  moodleId: number;
  /** Asked before every call that changes something: false when another sender may be at this course by now. */
  mayBegin: () => boolean;
  /** How many turns failed before this one. */
  attempts: number;
  /** Moodle did not answer an earlier one, or whoever asked did not live to hear it. */
  isDoubted: boolean;
  /** What may still be under way in Moodle: whatever else fails, the next turn comes after that. */
  doubts: MoodleFailure[];
  /** Somebody has to wait for Slack, and nobody else with them. */
  isSlackSilent: boolean;
}

export function requireTime(work: CourseRun, call: string): void {
  if (!work.mayBegin()) throw outOfTime(call);
}

/** How often a call is simply tried again when nobody knows what became of it. */
const MAX_DOUBTS = 3;

/** Moodle may have been in its own way, so that once decides nothing. */
export function isInDoubt({ attempts }: CourseRun, { code }: MoodleFailure): boolean {
  return code === 'moodle.uncertain' && attempts < MAX_DOUBTS;
}

/** When all have ended, however they did; rejects then as the first that failed. */
export async function allOf<T>(calls: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(calls);
  return Promise.all(calls);
}
