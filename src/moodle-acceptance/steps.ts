import type { MoodleFailureCode } from '../domain/moodle';
import { ACCOUNTS_ANY_CASE } from '../integrations/moodle/functions';
import { MoodleFailure } from '../integrations/moodle/moodle-failure';
import { addressesOf, FIRST_IDS } from '../integrations/moodle/probe';
import { attempt } from '../moodle-setup/refusal';
import { tryAccount } from './account';
import { tryGroup } from './group';
import { isEnrolled } from './prepare';
import { demand, hasFunction, type Outcome, type Step, type Trial, Unmet } from './trial';

const DAY = 86_400;

/** In this order: nothing is changed before what only reads has passed. */
export const STEPS: readonly Step[] = [
  readCourse,
  lookUp,
  refuseUnknownPerson,
  refuseTakenUsername,
  enrol,
  enrolAgain,
  tryGroup,
  unenrol,
  unenrolAgain,
  tryAccount,
];

async function readCourse({ moodle, course }: Trial): Promise<Outcome> {
  const found = await moodle.course(course.id);
  demand(found?.shortname === course.shortname, `${course.shortname} is not found by its id ${course.id}`);
  return { ok: `${course.shortname} is “${found.name}”, ${moodle.courseAddress(course.id)}` };
}

async function lookUp(trial: Trial): Promise<Outcome> {
  const { moodle, probe, site, course } = trial;
  const people = [...((await attempt(probe.people(FIRST_IDS))).answer ?? []), ...(await probe.participants(course.id))];
  const addresses = addressesOf(people.filter(({ id }) => id !== site.accountId));
  demand(addresses.length > 0, 'Nobody with an address is shown; npm run seats -- check says what hides them');
  const [somebody] = await moodle.accountsByEmail(addresses);
  demand(somebody, 'Nobody is found by the address that is shown; npm run seats -- check says why');
  const unknown = await moodle.accountsByEmail([trial.email]);
  demand(unknown.length === 0, 'Somebody is found by an address that nobody has');
  if (!hasFunction(trial, ACCOUNTS_ANY_CASE))
    return { know: `${ACCOUNTS_ANY_CASE.name} is not in the service; people are found only letter by letter` };
  const shouted = await moodle.accountsByEmailAnyCase(somebody.email.toUpperCase());
  demand(shouted.length > 0, 'Somebody is not found when their address is written in capitals');
  return { ok: 'People are found by their address, whatever its capitals' };
}

async function refuseUnknownPerson({ probe, course, role }: Trial): Promise<Outcome> {
  await demandRefusal(probe.enrolNobody(course.id, role.id), 'moodle.unknown_user', 'Enrolling an unknown person');
  return { ok: 'An unknown person is not enrolled' };
}

async function refuseTakenUsername({ probe, site }: Trial): Promise<Outcome> {
  await demandRefusal(probe.createTaken(site.username), 'moodle.refused', 'Creating an account twice');
  return { ok: 'An account that exists is not created again' };
}

async function enrol(trial: Trial): Promise<Outcome> {
  const { now, site, course, role } = trial;
  const isMailed = await enrolFor(trial, now, now + DAY);
  const what = `${site.username} is enrolled in ${course.shortname} as ${role.name}`;
  return isMailed ? { ok: what } : { know: `${what}, but its welcome could not be mailed` };
}

async function enrolAgain(trial: Trial): Promise<Outcome> {
  const { now } = trial;
  const isMailed = await enrolFor(trial, now + DAY, now + 8 * DAY);
  const what = 'Other dates are taken, and the enrolment is still one';
  return isMailed ? { ok: what } : { know: `${what}, but its welcome could not be mailed` };
}

async function unenrol(trial: Trial): Promise<Outcome> {
  await trial.moodle.unenrol(trial.course.id, [trial.site.accountId]);
  demand(!(await isEnrolled(trial)), `${trial.site.username} is still in ${trial.course.shortname}`);
  return { ok: `${trial.site.username} is out of ${trial.course.shortname} again` };
}

async function unenrolAgain({ moodle, course, site }: Trial): Promise<Outcome> {
  await moodle.unenrol(course.id, [site.accountId]);
  return { ok: 'Taking out who is not in does no harm' };
}

/** False when the enrolment stands, but Moodle could not mail its welcome. */
async function enrolFor({ moodle, course, site, role }: Trial, start: number, end: number): Promise<boolean> {
  const enrolment = { courseId: course.id, accountId: site.accountId, roleId: role.id, start, end };
  const isMailed = await moodle.enrol([enrolment]).then(
    () => true,
    (error: unknown) => {
      if (error instanceof MoodleFailure && error.code === 'moodle.mail') return false;
      throw error;
    },
  );
  const people = await moodle.participants(course.id);
  const own = people.filter(({ accountId }) => accountId === site.accountId);
  demand(
    own.length === 1,
    `${site.username} is in the list of ${course.shortname} ${own.length} times after being enrolled; where a course keeps groups apart, allow moodle/site:accessallgroups`,
  );
  demand(own[0]?.roleIds.includes(role.id), `${site.username} did not get the role ${role.name} (${role.id})`);
  return isMailed;
}

async function demandRefusal(call: Promise<unknown>, code: MoodleFailureCode, what: string): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof MoodleFailure && error.code === code) return;
  throw error ?? new Unmet(`${what} was not refused; look whether it was done`);
}
