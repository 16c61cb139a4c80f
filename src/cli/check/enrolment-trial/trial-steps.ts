import type { MoodleFailureCode } from '../../../moodle/moodle';
import { MoodleFailure } from '../../../moodle/moodle-failure';
import { addressesOf, FIRST_IDS } from '../../../moodle/probe';
import { attempt } from '../moodle-refusal';
import { tryAccount } from './account-step';
import { tryGroup } from './group-step';
import { lateFailureInWords, tolerateLateFailure } from './late-failure';
import { isEnrolled } from './prepare-trial';
import { ensure, type Outcome, type Step, type Trial, UnmetExpectation } from './trial';

const DAY = 86_400;

/** In this order: the steps that only read come before the first that writes. */
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
  ensure(found?.shortname === course.shortname, `${course.shortname} is not found by its id ${course.id}`);
  return { ok: `${course.shortname} is “${found.name}”, ${moodle.courseAddress(course.id)}` };
}

async function lookUp(trial: Trial): Promise<Outcome> {
  const { moodle, probe, site, course } = trial;
  const shown = [...((await attempt(probe.people(FIRST_IDS))).answer ?? []), ...(await probe.participants(course.id))];
  const people = shown.filter(({ id }) => id !== site.accountId);
  if (people.length === 0) return { know: `Nobody was looked up, since nobody but ${site.username} has an account` };
  const areShown = people.every(({ email }) => email !== undefined);
  ensure(areShown, 'Addresses of people are not shown; npm run seats -- check says what hides them');
  const addresses = addressesOf(people);
  if (addresses.length === 0)
    return { know: 'Nobody was looked up, since nobody who is shown has an address fit for it' };
  const found = await moodle.accountsByEmail(addresses);
  ensure(found.length > 0, 'Nobody is found by the address that is shown; npm run seats -- check says why');
  const unknown = await moodle.accountsByEmail([trial.email]);
  ensure(unknown.length === 0, 'Moodle finds a person by an address that nobody has');
  const shouted = await Promise.all(found.map(({ email }) => moodle.accountsByEmailAnyCase(email.toUpperCase())));
  ensure(shouted.flat().length > 0, 'Nobody is found when their address is written in capitals');
  return { ok: 'People are found by their address, whatever its capitals' };
}

async function refuseUnknownPerson({ probe, course, role }: Trial): Promise<Outcome> {
  await ensureRefusal(probe.enrolNobody(course.id, role.id), 'moodle.unknown_user', 'Enrolling an unknown person');
  return { ok: 'An unknown person is not enrolled' };
}

async function refuseTakenUsername({ probe, site }: Trial): Promise<Outcome> {
  await ensureRefusal(probe.createTaken(site.username), 'moodle.refused', 'Creating an account twice');
  return { ok: 'An account that exists is not created again' };
}

async function enrol(trial: Trial): Promise<Outcome> {
  const { now, site, course, role } = trial;
  const failure = await enrolFor(trial, now, now + DAY);
  return outcomeOf(`${site.username} is enrolled in ${course.shortname} as ${role.name}`, failure);
}

async function enrolAgain(trial: Trial): Promise<Outcome> {
  const { now } = trial;
  const failure = await enrolFor(trial, now + DAY, now + 8 * DAY);
  return outcomeOf('Other dates are sent, and the enrolment is still one', failure);
}

async function unenrol(trial: Trial): Promise<Outcome> {
  const { moodle, course, site } = trial;
  const failure = await tolerateLateFailure(moodle.unenrol(course.id, [site.accountId]));
  const isStillIn = await isEnrolled(trial);
  if (failure && isStillIn) throw failure;
  ensure(!isStillIn, `${site.username} is still in ${course.shortname}`);
  return outcomeOf(`${site.username} is out of ${course.shortname} again`, failure);
}

async function unenrolAgain({ moodle, course, site }: Trial): Promise<Outcome> {
  await moodle.unenrol(course.id, [site.accountId]);
  return { ok: 'Taking out who is not in does no harm' };
}

/** Resolves to Moodle's late failure, if any, once the enrolment is seen to exist. */
async function enrolFor({ moodle, course, site, role }: Trial, start: number, end: number) {
  const enrolment = { courseId: course.id, accountId: site.accountId, roleId: role.id, start, end };
  const failure = await tolerateLateFailure(moodle.enrol([enrolment]));
  const people = await moodle.participants(course.id);
  const own = people.filter(({ accountId }) => accountId === site.accountId);
  if (failure && own.length === 0) throw failure;
  const times = `${site.username} is in the list of ${course.shortname} ${own.length} times after being enrolled`;
  ensure(own.length === 1, times);
  ensure(own[0]?.roleIds.includes(role.id), `${site.username} did not get the role ${role.name} (${role.id})`);
  return failure;
}

function outcomeOf(what: string, failure: MoodleFailure | undefined): Outcome {
  return failure ? { know: `${what}, but ${lateFailureInWords(failure)}` } : { ok: what };
}

async function ensureRefusal(call: Promise<unknown>, code: MoodleFailureCode, what: string): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof MoodleFailure && error.code === code) return;
  throw error ?? new UnmetExpectation(`${what} was not refused; look whether it was done`);
}
