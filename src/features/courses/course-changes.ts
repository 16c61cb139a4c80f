import { defineChange } from '../../database/changes';

interface CourseFacts {
  /** Ask Moodle at once whether it has the course. */
  isUnknownToMoodle?: boolean;
  /** Moodle id of a course that Moodle no longer has. */
  goneId?: number | undefined;
  /** Part of an import file. */
  inBulk: boolean;
}

export const courseCreated = defineChange<CourseFacts>('course.created');
export const courseUpdated = defineChange<CourseFacts>('course.updated');

/** Moodle went out of reach, or is back. Leaves no row in the ledger. */
export const moodleOutageChanged = defineChange('moodle.outage');
