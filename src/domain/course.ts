/** Why nobody can be enrolled in a course, whatever we say: as Moodle has it. */
export const CLOSED_BECAUSE = ['hidden', 'gone', 'no_enrolment'] as const;
export type ClosedBecause = (typeof CLOSED_BECAUSE)[number];

export interface Course {
  id: number;
  shortname: string;
  name: string;
  open: boolean;
  /** Its number in Moodle, once Moodle has shown it. */
  moodleId?: number | undefined;
  closedBecause?: ClosedBecause | undefined;
}
