import { CREATE_ACCOUNTS, ENROL, UNENROL } from '../../../moodle/functions';
import type { MoodleFailureCode } from '../../../moodle/moodle';
import { type Check, fine, wrong } from '../check';
import { refusalOf } from '../moodle-refusal';
import { hasFunction, notInService } from '../service-functions';
import type { RightsContext } from './rights-context';
import { missingCapability, untried } from './rights-lines';

const MAY_ENROL = 'enrol/manual:enrol';
const MAY_UNENROL = 'enrol/manual:unenrol';
const MAY_ASSIGN = 'moodle/role:assign';
const MAY_CREATE = 'moodle/user:create';

/** Whether people could be enrolled. Enrols nobody and creates no account. */
export async function checkEnrolmentRights(context: RightsContext): Promise<Check[]> {
  return [
    ...(await enrolLines(context)),
    await unenrolLine(context),
    hasFunction(context, CREATE_ACCOUNTS)
      ? await createLine(context)
      : untried(MAY_CREATE, notInService(CREATE_ACCOUNTS)),
  ];
}

type Answered = { name: string; id: number; refusal: MoodleFailureCode | undefined };

/** In the front page, Moodle refuses everybody, but only after it has checked the right to enrol and then the role. */
async function enrolLines(context: RightsContext): Promise<Check[]> {
  const untriedBoth = (because: string) => [untried(MAY_ENROL, because), untried(MAY_ASSIGN, because)];
  if (!hasFunction(context, ENROL)) return untriedBoth(notInService(ENROL));
  const answers = await askForRoles(context);
  if (answers.length === 0) return untriedBoth('MOODLE_ROLES names no role that is in use');
  if (answers.some(({ refusal }) => refusal === 'moodle.permission'))
    return [missingCapability(MAY_ENROL), untried(MAY_ASSIGN, `${MAY_ENROL} is missing`)];
  const odd = answers.find(({ refusal }) => refusal !== 'moodle.role' && refusal !== 'moodle.no_manual_enrolment');
  if (odd) return untriedBoth(unexpected(odd.refusal));
  return [fine(`${MAY_ENROL}: allowed`), ...roleLines(answers)];
}

async function askForRoles({ probe, site, roles, rolesInUse }: RightsContext): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const name of rolesInUse) {
    const id = roles.get(name);
    if (id === undefined) continue;
    answers.push({ name, id, refusal: await refusalOf(probe.enrolInFrontPage(site.accountId, id)) });
  }
  return answers;
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

async function unenrolLine(context: RightsContext): Promise<Check> {
  if (!hasFunction(context, UNENROL)) return untried(MAY_UNENROL, notInService(UNENROL));
  const refusal = await refusalOf(context.probe.unenrolFromFrontPage(context.site.accountId));
  if (refusal === 'moodle.permission') return missingCapability(MAY_UNENROL);
  return refusal === 'moodle.no_manual_enrolment'
    ? fine(`${MAY_UNENROL}: allowed`)
    : untried(MAY_UNENROL, unexpected(refusal));
}

function unexpected(refusal: MoodleFailureCode | undefined): string {
  return `Moodle’s front page answers ${refusal ?? 'as if it had been done'}`;
}

async function createLine({ probe, site }: RightsContext): Promise<Check> {
  // Moodle refuses other usernames because of their characters, before it checks rights.
  if (!/^[-a-z0-9_.@]+$/.test(site.username)) return untried(MAY_CREATE, `${site.username} is an unusual username`);
  const refusal = await refusalOf(probe.createTaken(site.username));
  if (refusal === 'moodle.permission') return missingCapability(MAY_CREATE);
  if (refusal === 'moodle.refused') return fine(`${MAY_CREATE}: allowed`);
  return untried(MAY_CREATE, `Moodle answers ${refusal ?? 'as if it had been done'}`);
}
