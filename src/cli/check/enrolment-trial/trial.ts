import type { Moodle, MoodleSite } from '../../../moodle/client';
import type { Deletions } from '../../../moodle/deletions';
import type { MoodleCourse } from '../../../moodle/moodle';
import type { Probe } from '../../../moodle/probe';

/** The client, and what it is tried with: our own account in one course, and names that nobody else uses. */
export interface Trial {
  moodle: Moodle;
  probe: Probe;
  deletions: Deletions;
  site: MoodleSite;
  course: MoodleCourse;
  role: { name: string; id: number };
  /** Of this run alone. */
  groupName: string;
  email: string;
  /** Unix seconds. */
  now: number;
  /** What was asked for, and so may be left behind. */
  begun: ReadonlySet<Beginning>;
}

export type Beginning = 'enrolment' | 'group' | 'account';

/** What was seen; `know` where it could not be tried in full. */
export type Outcome = { ok: string } | { know: string };
export type Step = (trial: Trial) => Promise<Outcome>;

/** Something that Moodle did otherwise than it should; the message says what to do. */
export class Unmet extends Error {}

export function demand(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Unmet(otherwise);
}

export function hasFunction({ site }: Pick<Trial, 'site'>, { name }: { name: string }): boolean {
  return site.functions.includes(name);
}
