import { ACCOUNTS, ACCOUNTS_ANY_CASE } from '../../../moodle/functions';
import { addressesOf, FIRST_IDS, type ProbedPerson } from '../../../moodle/probe';
import type { Check } from '../check-installation';
import { attempt } from '../moodle-refusal';
import type { Survey } from './course-sample';
import { has, isAbsent, type Setup } from './rights-check';
import { fine, known, missing, untried, wrong } from './rights-lines';

const DETAILS = 'moodle/user:viewdetails';
const IDENTITY = 'moodle/site:viewuseridentity';

/** Somebody to try on: the first accounts of all, without our own; undefined when Moodle does not say. */
export async function firstPeople(setup: Setup): Promise<ProbedPerson[] | undefined> {
  if (!has(setup, ACCOUNTS)) return undefined;
  const { answer } = await attempt(setup.probe.people(FIRST_IDS.filter((id) => id !== setup.site.accountId)));
  return answer;
}

/** Without these rights Moodle answers as if nobody were there, and nothing fails. */
export async function checkPeople(
  setup: Setup,
  first: readonly ProbedPerson[] | undefined,
  found: Survey,
): Promise<Check[]> {
  const participants = found.readings.flatMap(({ people }) => people);
  const people = [...(first ?? []), ...participants].filter(({ id }) => id !== setup.site.accountId);
  if (people.length > 0) {
    return [fine(`${DETAILS}: allowed`), await identityLine(setup, people), ...lastAccessLines(found)];
  }
  if (!first || setup.site.isAdministrator)
    return [DETAILS, IDENTITY].map((capability) => untried(capability, whyNobody(setup)));
  return [missing(DETAILS, ', since Moodle shows nobody but ourselves'), untried(IDENTITY, `${DETAILS} is missing`)];
}

function whyNobody(setup: Setup): string {
  if (setup.site.isAdministrator) return 'nobody else has an account: add somebody and check again';
  return has(setup, ACCOUNTS) ? 'nobody is in any course: assign a seat and check again' : isAbsent(ACCOUNTS);
}

/** Somebody may show their address to all of their own will; only when all are shown it is by right. */
async function identityLine(setup: Setup, people: readonly ProbedPerson[]): Promise<Check> {
  if (people.some(({ email }) => email === undefined)) return hidesAddresses('addresses of people are not shown');
  const addresses = addressesOf(people);
  if (addresses.length === 0)
    return untried(IDENTITY, 'nobody with an address was found: assign a seat and check again');
  if (!has(setup, ACCOUNTS)) return untried(IDENTITY, isAbsent(ACCOUNTS));
  const shown = `${IDENTITY}: allowed, and “Show user identity” lists the email address`;
  const found = await setup.moodle.accountsByEmail(addresses);
  if (found.length === 0) return hidesAddresses('nobody is found by their address');
  if (!has(setup, ACCOUNTS_ANY_CASE)) return fine(shown);
  const again = await Promise.all(found.map(({ email }) => setup.moodle.accountsByEmailAnyCase(email)));
  if (again.flat().length === 0)
    return hidesAddresses('somebody is found by their address in one way and not in the other');
  return fine(shown);
}

function hidesAddresses(symptom: string): Check {
  const pages = 'Site administration → Users → Permissions → User policies';
  const setting = `tick “Email address” in “Show user identity” and not in “Hide user fields” (${pages})`;
  return wrong(`${IDENTITY}: ${symptom}; allow it in the role of the service account, and ${setting}`);
}

function lastAccessLines({ readings }: Survey): Check[] {
  const isHidden = readings.some(({ people }) => people.some(({ showsLastAccess }) => !showsLastAccess));
  if (!isHidden) return [];
  const cure = 'allow moodle/course:viewhiddenuserfields';
  return [known(`Last access to courses is hidden, so no seat can be taken back from who has not begun; ${cure}`)];
}
