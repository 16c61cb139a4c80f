import { COURSES, GROUPS, PARTICIPANTS } from '../../../moodle/functions';
import type { MoodleCourse } from '../../../moodle/moodle';
import { ALL_GROUPS, seesEverybody } from '../all-groups';
import type { Check } from '../check-installation';
import { attempt, refusalOf } from '../moodle-refusal';
import type { Survey } from './course-sample';
import { has, isAbsent, type Setup } from './rights-check';
import { fine, known, missing, untried } from './rights-lines';

const VIEW = 'moodle/course:view';
const HIDDEN = 'moodle/course:viewhiddencourses';
const PARTICIPANT_LIST = 'moodle/course:viewparticipants';
const MANAGE_GROUPS = 'moodle/course:managegroups';
const MOST_NAMES = 3;

/** Whether courses can be gone into, and seen from inside. */
export async function checkCourses(setup: Setup, found: Survey): Promise<Check[]> {
  return [
    viewLine(setup, found),
    hiddenLine(setup, found),
    participantsLine(setup, found),
    await groupsLine(setup, found),
    ...(await apartLines(setup, found)),
  ];
}

/** Why nothing can be tried in any course; undefined when something can. */
export function whyNoCourse(setup: Setup, { courses }: Survey): string | undefined {
  if (!has(setup, COURSES)) return isAbsent(COURSES);
  if (courses.length === 0) return 'Moodle shows no course: make one and check again';
  return courses.some(mayEnter) ? undefined : `${VIEW} is missing`;
}

export const mayEnter = ({ visible }: MoodleCourse) => visible !== undefined;

function viewLine(setup: Setup, found: Survey): Check {
  const { courses } = found;
  if (!has(setup, COURSES) || courses.length === 0) return untried(VIEW, whyNoCourse(setup, found) ?? '');
  const closed = courses.filter((course) => !mayEnter(course));
  if (closed.length === courses.length) return missing(VIEW);
  if (closed.length > 0) return known(`${VIEW}: missing in ${namesOf(closed)}, where nobody can be enrolled`);
  return fine(`${VIEW}: allowed`);
}

function hiddenLine(setup: Setup, found: Survey): Check {
  const why = whyNoCourse(setup, found);
  if (why) return untried(HIDDEN, why);
  if (found.courses.some(({ visible }) => visible === false)) return fine(`${HIDDEN}: allowed`);
  if (found.unseen.length > 0) return missing(HIDDEN, `, since the course with the id ${found.unseen[0]} is not shown`);
  return untried(HIDDEN, 'Moodle shows no hidden course: hide one and check again');
}

function participantsLine(setup: Setup, found: Survey): Check {
  const why = has(setup, PARTICIPANTS) ? whyNoCourse(setup, found) : isAbsent(PARTICIPANTS);
  if (why) return untried(PARTICIPANT_LIST, why);
  const refused = found.readings.filter(({ refusal }) => refusal === 'moodle.permission');
  if (refused.length > 0) return missing(PARTICIPANT_LIST, ` in ${namesOf(refused.map(({ course }) => course))}`);
  const isRead = found.readings.some(({ refusal }) => refusal === undefined);
  return isRead ? fine(`${PARTICIPANT_LIST}: allowed`) : untried(PARTICIPANT_LIST, 'no course could be entered');
}

async function groupsLine(setup: Setup, found: Survey): Promise<Check> {
  const why = has(setup, GROUPS) ? whyNoCourse(setup, found) : isAbsent(GROUPS);
  const course = found.courses.find(mayEnter);
  if (why || !course) return untried(MANAGE_GROUPS, why ?? '');
  const refusal = await refusalOf(setup.moodle.groups(course.id));
  if (refusal === 'moodle.permission') return missing(MANAGE_GROUPS);
  return refusal ? untried(MANAGE_GROUPS, `${course.shortname} answers ${refusal}`) : fine(`${MANAGE_GROUPS}: allowed`);
}

/** Where groups are kept apart, nobody is enrolled before it is sure that whoever is in there is shown. */
async function apartLines(setup: Setup, { readings }: Survey): Promise<Check[]> {
  if (!has(setup, GROUPS)) return [];
  const apart = readings
    .filter(({ course, refusal }) => course.separatesGroups && !refusal)
    .map(({ course }) => course);
  const answers = await Promise.all(apart.map(({ id }) => attempt(seesEverybody(setup.moodle, id))));
  const blind = apart.filter((_, index) => answers[index]?.answer === false);
  if (blind.length > 0)
    return [known(`${namesOf(blind)}: keeps groups apart, so nobody can be enrolled there; allow ${ALL_GROUPS}`)];
  return answers.some(({ answer }) => answer) ? [fine(`${ALL_GROUPS}: allowed`)] : [];
}

function namesOf(courses: readonly MoodleCourse[]): string {
  const names = courses.slice(0, MOST_NAMES).map(({ shortname }) => shortname);
  const more = courses.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
