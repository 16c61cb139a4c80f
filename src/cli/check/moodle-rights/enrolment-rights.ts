import { CREATE_ACCOUNTS, ENROL, UNENROL } from '../../../moodle/functions';
import type { MoodleCourse, MoodleFailureCode } from '../../../moodle/moodle';
import { type Check, fine, wrong } from '../check';
import { refusalOf } from '../moodle-refusal';
import { hasFunction, notInService } from '../service-functions';
import { whyNoCourse } from './course-rights';
import type { CourseSample } from './course-sample';
import type { RightsContext } from './rights-context';
import { missingCapability, untried } from './rights-lines';

const MAY_ENROL = 'enrol/manual:enrol';
const MAY_UNENROL = 'enrol/manual:unenrol';
const MAY_ASSIGN = 'moodle/role:assign';
const MAY_CREATE = 'moodle/user:create';

/** Whether people could be enrolled. Enrols nobody and creates no account. */
export async function checkEnrolmentRights(context: RightsContext, sample: CourseSample): Promise<Check[]> {
  const ground = sample.courses.find(({ visible, enrolsManually }) => visible && enrolsManually);
  const why = ground ? undefined : (whyNoCourse(context, sample) ?? 'no open course has manual enrolment');
  return [
    ...(await enrolLines(context, ground, hasFunction(context, ENROL) ? why : notInService(ENROL))),
    await unenrolLine(context, ground, hasFunction(context, UNENROL) ? why : notInService(UNENROL)),
    hasFunction(context, CREATE_ACCOUNTS)
      ? await createLine(context)
      : untried(MAY_CREATE, notInService(CREATE_ACCOUNTS)),
  ];
}

type Answered = { name: string; id: number; refusal: MoodleFailureCode | undefined };

/** Moodle checks the right to enrol first, then the role, then whether the person exists. */
async function enrolLines(
  context: RightsContext,
  ground: MoodleCourse | undefined,
  why: string | undefined,
): Promise<Check[]> {
  const untriedBoth = (because: string) => [untried(MAY_ENROL, because), untried(MAY_ASSIGN, because)];
  if (why || !ground) return untriedBoth(why ?? '');
  const answers: Answered[] = [];
  for (const name of context.rolesInUse) {
    const id = context.roles.get(name);
    if (id !== undefined)
      answers.push({ name, id, refusal: await refusalOf(context.probe.enrolNobody(ground.id, id)) });
  }
  if (answers.length === 0) return untriedBoth('MOODLE_ROLES names no role that is in use');
  if (answers.some(({ refusal }) => refusal === 'moodle.permission'))
    return [missingCapability(MAY_ENROL), untried(MAY_ASSIGN, `${MAY_ENROL} is missing`)];
  const odd = answers.find(({ refusal }) => refusal !== 'moodle.role' && refusal !== 'moodle.unknown_user');
  if (odd) return untriedBoth(`${ground.shortname} answers ${odd.refusal ?? 'as if it had been done'}`);
  return [fine(`${MAY_ENROL}: allowed`), ...roleLines(answers)];
}

function roleLines(answers: readonly Answered[]): Check[] {
  const given = answers.filter(({ refusal }) => refusal !== 'moodle.role');
  const refused = answers.filter(({ refusal }) => refusal === 'moodle.role');
  const remedy =
    'allow it for the role of the service account (Define roles → Allow role assignments), or correct MOODLE_ROLES';
  if (given.length === 0) {
    const names = refused.map(({ name, id }) => `${name} (${id})`).join(', ');
    return [missingCapability(MAY_ASSIGN, `, or it covers none of ${names}`, `; for each of them, ${remedy}`)];
  }
  return [
    fine(`${MAY_ASSIGN}: allowed, for ${given.map(({ name }) => name).join(', ')}`),
    ...refused.map(({ name, id }) => wrong(`Role ${name} (${id}): may not be assigned; ${remedy}`)),
  ];
}

async function unenrolLine(
  context: RightsContext,
  ground: MoodleCourse | undefined,
  why: string | undefined,
): Promise<Check> {
  if (why || !ground) return untried(MAY_UNENROL, why ?? '');
  const refusal = await refusalOf(context.probe.unenrolNobody(ground.id));
  if (refusal === 'moodle.permission') return missingCapability(MAY_UNENROL);
  const isTried = refusal === 'moodle.unknown_user' || refusal === 'moodle.refused';
  if (isTried) return fine(`${MAY_UNENROL}: allowed`);
  return untried(MAY_UNENROL, `${ground.shortname} answers ${refusal ?? 'as if it had been done'}`);
}

async function createLine({ probe, site }: RightsContext): Promise<Check> {
  // Moodle refuses other usernames because of their characters, before it checks rights.
  if (!/^[-a-z0-9_.@]+$/.test(site.username)) return untried(MAY_CREATE, `${site.username} is an unusual username`);
  const refusal = await refusalOf(probe.createTaken(site.username));
  if (refusal === 'moodle.permission') return missingCapability(MAY_CREATE);
  if (refusal === 'moodle.refused') return fine(`${MAY_CREATE}: allowed`);
  return untried(MAY_CREATE, `Moodle answers ${refusal ?? 'as if it had been done'}`);
}
