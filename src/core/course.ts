/**
 * Why Moodle accepts no enrolments in a course. `unusable_name`: its short name folds to another course's, or cannot be
 * an option here. `separate_groups`: Moodle shows the service only people of its own groups, so none.
 */
const CLOSED_BECAUSE = ['hidden', 'gone', 'no_enrolment', 'unusable_name', 'separate_groups'] as const;
export type ClosedBecause = (typeof CLOSED_BECAUSE)[number];

/** Slack's limit for an option value. */
export const MAX_SHORTNAME_LENGTH = 150;

export interface Course {
  id: number;
  shortname: string;
  name: string;
  open: boolean;
  /** Moodle's id, once Moodle has listed the course. */
  moodleId?: number | undefined;
  closedBecause?: ClosedBecause | undefined;
  /** Hidden here by hand, whatever Moodle says. */
  hiddenHere?: boolean | undefined;
}
