import { COURSES, PARTICIPANTS } from '../../../moodle/functions';
import type { MoodleCourse, MoodleFailureCode } from '../../../moodle/moodle';
import type { ProbedParticipant } from '../../../moodle/probe';
import { attempt, refusalOf } from '../moodle-refusal';
import { has, type Setup } from './rights-check';

const MOST_OPEN = 8;
const MOST_ODD = 2;
const MOST_GAPS = 12;
const BEYOND_THE_LAST = 5;
const FIRST_COURSE = 2;

/** Some courses, who is in them, and courses that are there but not shown. */
export interface Survey {
  courses: readonly MoodleCourse[];
  readings: readonly Reading[];
  /** Ids. */
  unseen: readonly number[];
}

export interface Reading {
  course: MoodleCourse;
  people: readonly ProbedParticipant[];
  refusal: MoodleFailureCode | undefined;
}

export async function survey(setup: Setup): Promise<Survey> {
  const courses = has(setup, COURSES) ? await setup.moodle.courses() : [];
  if (!has(setup, PARTICIPANTS)) return { courses, readings: [], unseen: [] };
  const readings = await Promise.all(sampleOf(courses).map((course) => read(setup, course)));
  const isOpen = courses.some(({ visible }) => visible);
  const showsHidden = courses.some(({ visible }) => visible === false);
  return { courses, readings, unseen: isOpen && !showsHidden ? await findUnseen(setup, courses) : [] };
}

function sampleOf(courses: readonly MoodleCourse[]): MoodleCourse[] {
  const useful = courses.filter(({ visible, enrolsManually }) => visible !== false && enrolsManually);
  const apart = courses.filter(({ separatesGroups }) => separatesGroups);
  const hidden = courses.filter(({ visible }) => visible === false);
  const sample = [...useful.slice(0, MOST_OPEN), ...apart.slice(0, MOST_ODD), ...hidden.slice(0, MOST_ODD)];
  return [...new Set(sample.length > 0 ? sample : courses.slice(0, MOST_ODD))];
}

async function read({ probe }: Setup, course: MoodleCourse): Promise<Reading> {
  const { answer = [], refusal } = await attempt(probe.participants(course.id));
  return { course, people: answer, refusal };
}

/** A course that is not listed and yet may not be entered is hidden; the latest are the likeliest. */
async function findUnseen({ probe }: Setup, courses: readonly MoodleCourse[]): Promise<number[]> {
  const listed = new Set(courses.map(({ id }) => id));
  const last = Math.max(FIRST_COURSE, ...listed) + BEYOND_THE_LAST;
  const ids = Array.from({ length: last - FIRST_COURSE + 1 }, (_, index) => last - index);
  const gaps = ids.filter((id) => !listed.has(id)).slice(0, MOST_GAPS);
  const refusals = await Promise.all(gaps.map((id) => refusalOf(probe.participants(id))));
  return gaps.filter((_, index) => refusals[index] === 'moodle.course_access');
}
