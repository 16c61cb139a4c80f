import { COURSES, GROUPS, PARTICIPANTS } from '../../../moodle/functions';
import type { MoodleCourse } from '../../../moodle/moodle';
import { ALL_GROUPS, seesEverybody } from '../all-groups';
import { type Check, fine, warning } from '../check';
import { attempt, refusalOf } from '../moodle-refusal';
import { hasFunction, notInService } from '../service-functions';
import type { CourseSample } from './course-sample';
import type { RightsContext } from './rights-context';
import { missingCapability, untried } from './rights-lines';

const VIEW = 'moodle/course:view';
const HIDDEN = 'moodle/course:viewhiddencourses';
const PARTICIPANT_LIST = 'moodle/course:viewparticipants';
const MANAGE_GROUPS = 'moodle/course:managegroups';
const MAX_NAMES = 3;

/** Whether the service account can enter courses and see who is in them. */
export async function checkCourseRights(context: RightsContext, sample: CourseSample): Promise<Check[]> {
  return [
    viewLine(context, sample),
    hiddenLine(context, sample),
    participantsLine(context, sample),
    await groupsLine(context, sample),
    ...(await apartLines(context, sample)),
  ];
}

/** Why no course can be tried; undefined when one can. */
function whyNoCourse(context: RightsContext, { courses }: CourseSample): string | undefined {
  if (!hasFunction(context, COURSES)) return notInService(COURSES);
  if (courses.length === 0) return 'Moodle shows no course: make one and check again';
  return courses.some(mayEnter) ? undefined : `${VIEW} is missing`;
}

const mayEnter = ({ visible }: MoodleCourse) => visible !== undefined;

function viewLine(context: RightsContext, sample: CourseSample): Check {
  const { courses } = sample;
  if (!hasFunction(context, COURSES) || courses.length === 0) return untried(VIEW, whyNoCourse(context, sample) ?? '');
  const closed = courses.filter((course) => !mayEnter(course));
  if (closed.length === courses.length) return missingCapability(VIEW);
  if (closed.length > 0) return warning(`${VIEW}: missing in ${namesOf(closed)}, where nobody can be enrolled`);
  return fine(`${VIEW}: allowed`);
}

function hiddenLine(context: RightsContext, sample: CourseSample): Check {
  const why = whyNoCourse(context, sample);
  if (why) return untried(HIDDEN, why);
  if (sample.courses.some(({ visible }) => visible === false)) return fine(`${HIDDEN}: allowed`);
  if (sample.unlisted.length > 0)
    return missingCapability(HIDDEN, `, since the course with the id ${sample.unlisted[0]} is not shown`);
  return untried(HIDDEN, 'Moodle shows no hidden course: hide one and check again');
}

function participantsLine(context: RightsContext, sample: CourseSample): Check {
  const why = hasFunction(context, PARTICIPANTS) ? whyNoCourse(context, sample) : notInService(PARTICIPANTS);
  if (why) return untried(PARTICIPANT_LIST, why);
  const refused = sample.readings.filter(({ refusal }) => refusal === 'moodle.permission');
  if (refused.length > 0)
    return missingCapability(PARTICIPANT_LIST, ` in ${namesOf(refused.map(({ course }) => course))}`);
  const isRead = sample.readings.some(({ refusal }) => refusal === undefined);
  return isRead ? fine(`${PARTICIPANT_LIST}: allowed`) : untried(PARTICIPANT_LIST, 'no course could be entered');
}

async function groupsLine(context: RightsContext, sample: CourseSample): Promise<Check> {
  const why = hasFunction(context, GROUPS) ? whyNoCourse(context, sample) : notInService(GROUPS);
  const course = sample.courses.find(mayEnter);
  if (why || !course) return untried(MANAGE_GROUPS, why ?? '');
  const refusal = await refusalOf(context.moodle.groups(course.id));
  if (refusal === 'moodle.permission') return missingCapability(MANAGE_GROUPS);
  return refusal ? untried(MANAGE_GROUPS, `${course.shortname} answers ${refusal}`) : fine(`${MANAGE_GROUPS}: allowed`);
}

/** In courses with separate groups, people are enrolled only if the service account sees every participant. */
async function apartLines(context: RightsContext, { readings }: CourseSample): Promise<Check[]> {
  if (!hasFunction(context, GROUPS)) return [];
  const apart = readings
    .filter(({ course, refusal }) => course.separatesGroups && !refusal)
    .map(({ course }) => course);
  const answers = await Promise.all(apart.map(({ id }) => attempt(seesEverybody(context.moodle, id))));
  const blind = apart.filter((_, index) => answers[index]?.answer === false);
  if (blind.length > 0)
    return [warning(`${namesOf(blind)}: keeps groups apart, so nobody can be enrolled there; allow ${ALL_GROUPS}`)];
  return answers.some(({ answer }) => answer) ? [fine(`${ALL_GROUPS}: allowed`)] : [];
}

function namesOf(courses: readonly MoodleCourse[]): string {
  const names = courses.slice(0, MAX_NAMES).map(({ shortname }) => shortname);
  const more = courses.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
