import { ACCOUNTS, ACCOUNTS_ANY_CASE } from '../../../moodle/functions';
import { addressesOf, FIRST_IDS, GUEST, type ProbedPerson } from '../../../moodle/probe';
import { type Check, fine, warning, wrong } from '../check';
import { hasFunction, notInService } from '../service-functions';
import type { CourseSample } from './course-sample';
import type { RightsContext } from './rights-context';
import { missingCapability, untried } from './rights-lines';

const DETAILS = 'moodle/user:viewdetails';
const IDENTITY = 'moodle/site:viewuseridentity';

/** The guest and the oldest accounts that are shown; undefined when the look-up is not in the service. */
export async function firstUsers(context: RightsContext): Promise<ProbedPerson[] | undefined> {
  if (!hasFunction(context, ACCOUNTS)) return undefined;
  return context.probe.people([GUEST, ...FIRST_IDS]);
}

/** Without these rights, Moodle answers as if there were no people, and no call fails. */
export async function checkUserRights(
  context: RightsContext,
  first: readonly ProbedPerson[] | undefined,
  sample: CourseSample,
): Promise<Check[]> {
  if (!first) return [DETAILS, IDENTITY].map((capability) => untried(capability, notInService(ACCOUNTS)));
  if (!first.some(({ id }) => id === GUEST))
    return [
      missingCapability(DETAILS, ', since Moodle does not show its guest account'),
      untried(IDENTITY, `${DETAILS} is missing`),
    ];
  const participants = sample.readings.flatMap(({ people }) => people);
  const others = [...first, ...participants].filter(({ id }) => id !== GUEST && id !== context.site.accountId);
  return [fine(`${DETAILS}: allowed`), await identityLine(context, others), ...lastAccessLines(sample)];
}

/** People may choose to show their address to everyone, so only a complete set of addresses proves the right. */
async function identityLine(context: RightsContext, people: readonly ProbedPerson[]): Promise<Check> {
  if (people.some(({ email }) => email === undefined)) return hidesAddresses('addresses of people are not shown');
  const addresses = addressesOf(people);
  if (addresses.length === 0)
    return untried(IDENTITY, 'nobody with an address was found: assign a seat and check again');
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
