import type { Moodle, MoodleSite } from '../../../moodle/client';
import type { Deletions } from '../../../moodle/deletions';
import type { MoodleCourse } from '../../../moodle/moodle';
import type { Probe } from '../../../moodle/probe';

/** The client under trial and its material: the service account in one course, and names that nothing else uses. */
export interface Trial {
  moodle: Moodle;
  probe: Probe;
  deletions: Deletions;
  site: MoodleSite;
  course: MoodleCourse;
  role: { name: string; id: number };
  /** Unique to this run. */
  groupName: string;
  email: string;
  /** Unix seconds. */
  now: number;
  /** Requests already sent, whose effects may be left behind. */
  begun: ReadonlySet<Beginning>;
}

export type Beginning = 'enrolment' | 'group' | 'account';

/** `know` reports a step that could not be tried in full. */
export type Outcome = { ok: string } | { know: string };
export type Step = (trial: Trial) => Promise<Outcome>;

/** Moodle did not answer as expected; the message says what to do. */
export class UnmetExpectation extends Error {}

export function ensure(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new UnmetExpectation(otherwise);
}
