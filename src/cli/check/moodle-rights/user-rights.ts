import { ACCOUNTS, ACCOUNTS_ANY_CASE } from '../../../moodle/functions';
import { addressesOf, FIRST_IDS, type ProbedPerson } from '../../../moodle/probe';
import { type Check, fine, warning, wrong } from '../check';
import { attempt } from '../moodle-refusal';
import { hasFunction, notInService } from '../service-functions';
import type { CourseSample } from './course-sample';
import type { RightsContext } from './rights-context';
import { missingCapability, untried } from './rights-lines';

const DETAILS = 'moodle/user:viewdetails';
const IDENTITY = 'moodle/site:viewuseridentity';

/** The oldest accounts except the service account, for trial look-ups; undefined when Moodle does not list them. */
export async function firstUsers(context: RightsContext): Promise<ProbedPerson[] | undefined> {
  if (!hasFunction(context, ACCOUNTS)) return undefined;
  const { answer } = await attempt(context.probe.people(FIRST_IDS.filter((id) => id !== context.site.accountId)));
  return answer;
}

/** Without these rights, Moodle answers as if there were no people, and no call fails. */
export async function checkUserRights(
  context: RightsContext,
  first: readonly ProbedPerson[] | undefined,
  sample: CourseSample,
): Promise<Check[]> {
  const participants = sample.readings.flatMap(({ people }) => people);
  const people = [...(first ?? []), ...participants].filter(({ id }) => id !== context.site.accountId);
  if (people.length > 0) {
    return [fine(`${DETAILS}: allowed`), await identityLine(context, people), ...lastAccessLines(sample)];
  }
  if (!first || context.site.isAdministrator)
    return [DETAILS, IDENTITY].map((capability) => untried(capability, whyNobody(context)));
  return [
    missingCapability(DETAILS, ', since Moodle shows nobody but ourselves'),
    untried(IDENTITY, `${DETAILS} is missing`),
  ];
}

function whyNobody(context: RightsContext): string {
  if (context.site.isAdministrator) return 'nobody else has an account: add a person and check again';
  return hasFunction(context, ACCOUNTS)
    ? 'nobody is in any course: assign a seat and check again'
    : notInService(ACCOUNTS);
}

/** People may choose to show their address to everyone, so only a complete set of addresses proves the right. */
async function identityLine(context: RightsContext, people: readonly ProbedPerson[]): Promise<Check> {
  if (people.some(({ email }) => email === undefined)) return hidesAddresses('addresses of people are not shown');
  const addresses = addressesOf(people);
  if (addresses.length === 0)
    return untried(IDENTITY, 'nobody with an address was found: assign a seat and check again');
  if (!hasFunction(context, ACCOUNTS)) return untried(IDENTITY, notInService(ACCOUNTS));
  const shown = `${IDENTITY}: allowed, and “Show user identity” lists the email address`;
  const found = await context.moodle.accountsByEmail(addresses);
  if (found.length === 0) return hidesAddresses('nobody is found by their address');
  if (!hasFunction(context, ACCOUNTS_ANY_CASE)) return fine(shown);
  const again = await Promise.all(found.map(({ email }) => context.moodle.accountsByEmailAnyCase(email)));
  if (again.flat().length === 0) return hidesAddresses('a person is found by address in one way and not in the other');
  return fine(shown);
}

function hidesAddresses(symptom: string): Check {
  const pages = 'Site administration → Users → Permissions → User policies';
  const setting = `tick “Email address” in “Show user identity” and not in “Hide user fields” (${pages})`;
  return wrong(`${IDENTITY}: ${symptom}; allow it in the role of the service account, and ${setting}`);
}

function lastAccessLines({ readings }: CourseSample): Check[] {
  const isHidden = readings.some(({ people }) => people.some(({ showsLastAccess }) => !showsLastAccess));
  if (!isHidden) return [];
  const remedy = 'allow moodle/course:viewhiddenuserfields';
  return [warning(`Last access to courses is hidden, so no seat can be taken back from who has not begun; ${remedy}`)];
}
