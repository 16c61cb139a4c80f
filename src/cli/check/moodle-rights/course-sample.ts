import { COURSES, PARTICIPANTS } from '../../../moodle/functions';
import type { MoodleCourse, MoodleFailureCode } from '../../../moodle/moodle';
import type { ProbedParticipant } from '../../../moodle/probe';
import { attempt, refusalOf } from '../moodle-refusal';
import { hasFunction } from '../service-functions';
import type { RightsContext } from './rights-context';

const MAX_OPEN = 8;
const MAX_ODD = 2;
const MAX_GAPS = 12;
const BEYOND_THE_LAST = 5;
const FIRST_COURSE = 2;

/** Some courses with their participants, and courses that exist but are not listed. */
export interface CourseSample {
  courses: readonly MoodleCourse[];
  readings: readonly Reading[];
  /** Course ids. */
  unlisted: readonly number[];
}

interface Reading {
  course: MoodleCourse;
  people: readonly ProbedParticipant[];
  refusal: MoodleFailureCode | undefined;
}

export async function sampleCourses(context: RightsContext): Promise<CourseSample> {
  const courses = hasFunction(context, COURSES) ? await context.moodle.courses() : [];
  if (!hasFunction(context, PARTICIPANTS)) return { courses, readings: [], unlisted: [] };
  const readings = await Promise.all(sampleOf(courses).map((course) => read(context, course)));
  const isOpen = courses.some(({ visible }) => visible);
  const showsHidden = courses.some(({ visible }) => visible === false);
  return { courses, readings, unlisted: isOpen && !showsHidden ? await findUnlisted(context, courses) : [] };
}

function sampleOf(courses: readonly MoodleCourse[]): MoodleCourse[] {
  const useful = courses.filter(({ visible, enrolsManually }) => visible !== false && enrolsManually);
  const apart = courses.filter(({ separatesGroups }) => separatesGroups);
  const hidden = courses.filter(({ visible }) => visible === false);
  const sample = [...useful.slice(0, MAX_OPEN), ...apart.slice(0, MAX_ODD), ...hidden.slice(0, MAX_ODD)];
  return [...new Set(sample.length > 0 ? sample : courses.slice(0, MAX_ODD))];
}

async function read({ probe }: RightsContext, course: MoodleCourse): Promise<Reading> {
  const { answer = [], refusal } = await attempt(probe.participants(course.id));
  return { course, people: answer, refusal };
}

/** A course that is not listed but refuses entry is hidden. Ids near the last one are the most likely. */
async function findUnlisted({ probe }: RightsContext, courses: readonly MoodleCourse[]): Promise<number[]> {
  const listed = new Set(courses.map(({ id }) => id));
  const last = Math.max(FIRST_COURSE, ...listed) + BEYOND_THE_LAST;
  const ids = Array.from({ length: last - FIRST_COURSE + 1 }, (_, index) => last - index);
  const gaps = ids.filter((id) => !listed.has(id)).slice(0, MAX_GAPS);
  const refusals = await Promise.all(gaps.map((id) => refusalOf(probe.participants(id))));
  return gaps.filter((_, index) => refusals[index] === 'moodle.course_access');
}
