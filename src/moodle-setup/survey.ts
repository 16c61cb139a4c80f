import type { MoodleFailureCode } from '../domain/moodle';
import { COURSES, PARTICIPANTS } from '../integrations/moodle/functions';
import type { ProbedCourse, ProbedParticipant } from '../integrations/moodle/probe';
import { attempt, refusalOf } from './refusal';
import { has, type Setup } from './setup';

const MOST_OPEN = 8;
const MOST_ODD = 2;
const MOST_GAPS = 12;
const BEYOND_THE_LAST = 5;
const FIRST_COURSE = 2;

/** Some courses, who is in them, and courses that are there but not shown. */
export interface Survey {
  courses: readonly ProbedCourse[];
  readings: readonly Reading[];
  /** Ids. */
  unseen: readonly number[];
}

export interface Reading {
  course: ProbedCourse;
  people: readonly ProbedParticipant[];
  refusal: MoodleFailureCode | undefined;
}

export async function survey(setup: Setup): Promise<Survey> {
  const courses = has(setup, COURSES) ? await setup.probe.courses() : [];
  if (!has(setup, PARTICIPANTS)) return { courses, readings: [], unseen: [] };
  const readings = await Promise.all(sampleOf(courses).map((course) => read(setup, course)));
  const isOpen = courses.some(({ isVisible }) => isVisible);
  const showsHidden = courses.some(({ isVisible }) => isVisible === false);
  return { courses, readings, unseen: isOpen && !showsHidden ? await findUnseen(setup, courses) : [] };
}

function sampleOf(courses: readonly ProbedCourse[]): ProbedCourse[] {
  const useful = courses.filter(({ isVisible, enrolsManually }) => isVisible !== false && enrolsManually);
  const apart = courses.filter(({ keepsGroupsApart }) => keepsGroupsApart);
  const hidden = courses.filter(({ isVisible }) => isVisible === false);
  const sample = [...useful.slice(0, MOST_OPEN), ...apart.slice(0, MOST_ODD), ...hidden.slice(0, MOST_ODD)];
  return [...new Set(sample.length > 0 ? sample : courses.slice(0, MOST_ODD))];
}

async function read({ probe }: Setup, course: ProbedCourse): Promise<Reading> {
  const { answer = [], refusal } = await attempt(probe.participants(course.id));
  return { course, people: answer, refusal };
}

/** A course that is not listed and yet may not be entered is hidden; the latest are the likeliest. */
async function findUnseen({ probe }: Setup, courses: readonly ProbedCourse[]): Promise<number[]> {
  const listed = new Set(courses.map(({ id }) => id));
  const last = Math.max(FIRST_COURSE, ...listed) + BEYOND_THE_LAST;
  const ids = Array.from({ length: last - FIRST_COURSE + 1 }, (_, index) => last - index);
  const gaps = ids.filter((id) => !listed.has(id)).slice(0, MOST_GAPS);
  const refusals = await Promise.all(gaps.map((id) => refusalOf(probe.participants(id))));
  return gaps.filter((_, index) => refusals[index] === 'moodle.course_access');
}
