import { CREATE_ACCOUNTS, ENROL, UNENROL } from '../../../moodle/functions';
import type { MoodleCourse, MoodleFailureCode } from '../../../moodle/moodle';
import type { Check } from '../check-installation';
import { refusalOf } from '../moodle-refusal';
import { whyNoCourse } from './course-rights';
import type { Survey } from './course-sample';
import { has, isAbsent, type Setup } from './rights-check';
import { fine, missing, untried, wrong } from './rights-lines';

const MAY_ENROL = 'enrol/manual:enrol';
const MAY_UNENROL = 'enrol/manual:unenrol';
const MAY_ASSIGN = 'moodle/role:assign';
const MAY_CREATE = 'moodle/user:create';

/** Whether people could be enrolled; nobody is, and no account is made. */
export async function checkEnrolling(setup: Setup, found: Survey): Promise<Check[]> {
  const ground = found.courses.find(({ visible, enrolsManually }) => visible && enrolsManually);
  const why = ground ? undefined : (whyNoCourse(setup, found) ?? 'no open course has manual enrolment');
  return [
    ...(await enrolLines(setup, ground, has(setup, ENROL) ? why : isAbsent(ENROL))),
    await unenrolLine(setup, ground, has(setup, UNENROL) ? why : isAbsent(UNENROL)),
    has(setup, CREATE_ACCOUNTS) ? await createLine(setup) : untried(MAY_CREATE, isAbsent(CREATE_ACCOUNTS)),
  ];
}

type Answered = { name: string; id: number; refusal: MoodleFailureCode | undefined };

/** Moodle asks for the right to enrol first, then for the role, and last who it is that is to be enrolled. */
async function enrolLines(setup: Setup, ground: MoodleCourse | undefined, why: string | undefined): Promise<Check[]> {
  const untriedBoth = (because: string) => [untried(MAY_ENROL, because), untried(MAY_ASSIGN, because)];
  if (why || !ground) return untriedBoth(why ?? '');
  const answers: Answered[] = [];
  for (const name of setup.rolesInUse) {
    const id = setup.roles.get(name);
    if (id !== undefined) answers.push({ name, id, refusal: await refusalOf(setup.probe.enrolNobody(ground.id, id)) });
  }
  if (answers.length === 0) return untriedBoth('MOODLE_ROLES names no role that is in use');
  if (answers.some(({ refusal }) => refusal === 'moodle.permission'))
    return [missing(MAY_ENROL), untried(MAY_ASSIGN, `${MAY_ENROL} is missing`)];
  const odd = answers.find(({ refusal }) => refusal !== 'moodle.role' && refusal !== 'moodle.unknown_user');
  if (odd) return untriedBoth(`${ground.shortname} answers ${odd.refusal ?? 'as if it had been done'}`);
  return [fine(`${MAY_ENROL}: allowed`), ...roleLines(answers)];
}

function roleLines(answers: readonly Answered[]): Check[] {
  const given = answers.filter(({ refusal }) => refusal !== 'moodle.role');
  const refused = answers.filter(({ refusal }) => refusal === 'moodle.role');
  const cure =
    'allow it for the role of the service account (Define roles → Allow role assignments), or mend MOODLE_ROLES';
  if (given.length === 0) {
    const names = refused.map(({ name, id }) => `${name} (${id})`).join(', ');
    return [missing(MAY_ASSIGN, `, or it covers none of ${names}`, `; for each of them, ${cure}`)];
  }
  return [
    fine(`${MAY_ASSIGN}: allowed, for ${given.map(({ name }) => name).join(', ')}`),
    ...refused.map(({ name, id }) => wrong(`Role ${name} (${id}): may not be assigned; ${cure}`)),
  ];
}

async function unenrolLine(setup: Setup, ground: MoodleCourse | undefined, why: string | undefined): Promise<Check> {
  if (why || !ground) return untried(MAY_UNENROL, why ?? '');
  const refusal = await refusalOf(setup.probe.unenrolNobody(ground.id));
  if (refusal === 'moodle.permission') return missing(MAY_UNENROL);
  const isTried = refusal === 'moodle.unknown_user' || refusal === 'moodle.refused';
  if (isTried) return fine(`${MAY_UNENROL}: allowed`);
  return untried(MAY_UNENROL, `${ground.shortname} answers ${refusal ?? 'as if it had been done'}`);
}

async function createLine({ probe, site }: Setup): Promise<Check> {
  // Any other is refused as it stands, before Moodle looks at rights.
  if (!/^[-a-z0-9_.@]+$/.test(site.username)) return untried(MAY_CREATE, `${site.username} is an unusual username`);
  const refusal = await refusalOf(probe.createTaken(site.username));
  if (refusal === 'moodle.permission') return missing(MAY_CREATE);
  if (refusal === 'moodle.refused') return fine(`${MAY_CREATE}: allowed`);
  return untried(MAY_CREATE, `Moodle answers ${refusal ?? 'as if it had been done'}`);
}
