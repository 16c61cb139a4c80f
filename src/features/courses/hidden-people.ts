import type { Moodle } from '../../moodle/client';
import { limitConcurrency } from '../../moodle/concurrency-limit';
import type { MoodleCourse } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';
import { NOBODY } from '../../moodle/probe';

/** Leaves most of Moodle's time to enrolments. */
const MAX_AT_ONCE = 2;

export interface FoundCourse extends MoodleCourse {
  /**
   * Moodle shows us only people of our own groups, that is nobody, so no enrolment there can be confirmed. Undefined
   * when that is not known.
   */
  hidesPeople?: boolean | undefined;
}

/** Asks about each course with separate groups, as long as `mayGoOn`. Rejects when Moodle is out of reach. */
export async function withHiddenPeople(
  moodle: Pick<Moodle, 'seesAllGroups' | 'participants'>,
  courses: readonly MoodleCourse[],
  mayGoOn: () => boolean,
): Promise<FoundCourse[]> {
  const limited = limitConcurrency(MAX_AT_ONCE);
  return Promise.all(
    courses.map(async (course) => {
      if (!course.separatesGroups || !course.visible || !course.enrolsManually) return course;
      const hidesPeople = await limited(async () => (mayGoOn() ? hides(moodle, course.id) : undefined));
      return { ...course, hidesPeople };
    }),
  );
}

async function hides(
  moodle: Pick<Moodle, 'seesAllGroups' | 'participants'>,
  courseId: number,
): Promise<boolean | undefined> {
  try {
    if (await moodle.seesAllGroups(courseId, NOBODY)) return false;
    // A missing right to see any participant would be refused in the same way, and has another remedy.
    await moodle.participants(courseId);
    return true;
  } catch (error) {
    if (error instanceof MoodleFailure && error.kind !== 'retry') return undefined;
    throw error;
  }
}
