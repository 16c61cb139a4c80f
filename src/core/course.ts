/**
 * Why nobody can be enrolled in a course, whatever we say: as Moodle has it. `unusable_name`: its short name there is, when
 * folded, that of another course, or none that can be chosen here.
 */
const CLOSED_BECAUSE = ['hidden', 'gone', 'no_enrolment', 'unusable_name'] as const;
export type ClosedBecause = (typeof CLOSED_BECAUSE)[number];

/** The value of an option in a Slack list holds no more. */
export const LONGEST_SHORTNAME = 150;

export interface Course {
  id: number;
  shortname: string;
  name: string;
  open: boolean;
  /** Its number in Moodle, once Moodle has shown it. */
  moodleId?: number | undefined;
  closedBecause?: ClosedBecause | undefined;
  /** We would not have it open, whatever Moodle says. */
  hiddenHere?: boolean | undefined;
}
