import { orderReference } from '../../../src/core/reference';
import { foldKey } from '../../../src/core/text';
import { secondsOf } from '../../../src/features/assignments/enrolment';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { usernameFor } from '../../../src/moodle/username';
import type { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import type { Participation } from '../../../src/playground/moodle/moodle-store';
import type { Enrolment } from '../../../src/playground/moodle/records';
import { type AssignmentInMoodle, assignmentsInMoodle } from './assignments-in-moodle';
import type { MoodleGround } from './moodle-ground';

/** Expected differences that our tables do not explain. */
export interface Known {
  /** Enrolments made by other people in Moodle. */
  others?: readonly Pick<Enrolment, 'courseId' | 'accountId' | 'method'>[];
  /** Addresses to which Moodle could not send mail. */
  unmailed?: ReadonlySet<string>;
}

/** Every difference between Moodle and our tables, in words. */
export async function disagreements(ground: MoodleGround, known: Known = {}): Promise<string[]> {
  const { site } = ground;
  const rows = await assignmentsInMoodle(ground.db);
  return [
    ...rows.flatMap((row) => aboutAssignment(site, row, rows)),
    ...aboutEnrolments(site, rows, known),
    ...aboutAccounts(site, known),
    ...aboutGroups(site, rows),
    ...aboutWelcomes(site, rows, known),
    ...(await aboutQueue(ground)),
  ];
}

function aboutAssignment(site: MoodleSite, row: AssignmentInMoodle, rows: readonly AssignmentInMoodle[]): string[] {
  const said = aboutSeat(row, rows);
  if (row.state === 'failed') said.push(`${row.who} failed: ${row.reason}`);
  else if (row.state === 'enrolled') said.push(...aboutEnrolled(site, row));
  else if (row.state !== 'released') said.push(`${row.who} is still ${row.state}`);
  return said;
}

/** A seat is assigned exactly as long as it has an active assignment. */
function aboutSeat(
  { who, state, isActive, seatId, seatState }: AssignmentInMoodle,
  rows: readonly AssignmentInMoodle[],
) {
  const said: string[] = [];
  if (isActive !== (state !== 'released'))
    said.push(`${who} is ${state}, and their assignment ${isActive ? 'lasts' : 'has ended'}`);
  const holders = rows.filter((row) => row.seatId === seatId && row.isActive).length;
  if (holders > 1 || (holders === 1) !== (seatState === 'assigned'))
    said.push(`${who} had a seat that is ${seatState}`);
  return said;
}

function aboutEnrolled(site: MoodleSite, row: AssignmentInMoodle): string[] {
  const found = manualOf(site, row);
  if (found.length !== 1) return [`${row.who} is enrolled ${found.length} times`];
  const { accountId, start, end, suspended, roleIds, groups } = found[0] as Participation;
  const is = { accountId, start, end, suspended, roleIds, groups };
  const wanted = {
    accountId: row.accountId,
    ...secondsOf(row.period, row.timezone),
    suspended: false,
    roleIds: [USUAL_ROLES.get(row.role)],
    groups: [orderReference(row.orderId)],
  };
  return JSON.stringify(order(is)) === JSON.stringify(order(wanted))
    ? []
    : [`${row.who} is enrolled as ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`];
}

/** Manual enrolments of any account with this address. */
function manualOf(site: MoodleSite, { moodleId, email }: AssignmentInMoodle): Participation[] {
  return site.enrolmentsIn(moodleId).filter(({ method, accountId }) => {
    return method === 'manual' && foldKey(site.account(accountId).email) === foldKey(email);
  });
}

/** Enrolments that neither an assignment nor `others` explains. */
function aboutEnrolments(
  { records }: MoodleSite,
  rows: readonly AssignmentInMoodle[],
  { others = [] }: Known,
): string[] {
  const isOurs = (one: Enrolment) =>
    one.method === 'manual' &&
    rows.some(({ state, moodleId, accountId }) => {
      return state === 'enrolled' && moodleId === one.courseId && accountId === one.accountId;
    });
  const isTheirs = (one: Enrolment) =>
    others.some(({ courseId, accountId, method }) => {
      return courseId === one.courseId && accountId === one.accountId && method === one.method;
    });
  return records.enrolments
    .filter((one) => !isOurs(one) && !isTheirs(one))
    .map(({ accountId, courseId, method }) => `Nothing explains that ${accountId} is in ${courseId} (${method})`);
}

/** Each address must have one account, and one password mail if we created it. */
function aboutAccounts(site: MoodleSite, { unmailed }: Known): string[] {
  const accounts = site.accounts.filter(({ deleted }) => !deleted);
  return accounts.flatMap(({ id, email, username }) => {
    const same = accounts.filter((other) => foldKey(other.email) === foldKey(email)).length;
    const mails = site.mails.filter(({ kind, to }) => kind === 'password' && to === email).length;
    const wanted = username === usernameFor(email) && !unmailed?.has(email) ? 1 : 0;
    return [
      ...(same > 1 ? [`${email} has ${same} accounts, one of them ${id}`] : []),
      ...(mails === wanted ? [] : [`${email} got ${mails} passwords`]),
    ];
  });
}

/** Group names must be unique in a course, and members must have a seat of the order. */
function aboutGroups({ records }: MoodleSite, rows: readonly AssignmentInMoodle[]): string[] {
  const { groups } = records;
  return groups.flatMap(({ courseId, name, members }) => {
    const entitled = rows
      .filter((row) => row.state === 'enrolled' && row.moodleId === courseId && orderReference(row.orderId) === name)
      .map(({ accountId }) => accountId);
    const same = groups.filter((other) => other.courseId === courseId && other.name === name).length;
    return [
      ...(same > 1 ? [`There are ${same} groups ${name} in ${courseId}`] : []),
      ...members.filter((id) => !entitled.includes(id)).map((id) => `${id} has no seat of the group ${name}`),
    ];
  });
}

/** One mail per seat at least; each change of dates may add one, and a released seat may have got none. */
function aboutWelcomes(site: MoodleSite, rows: readonly AssignmentInMoodle[], { unmailed }: Known): string[] {
  const places = new Map(rows.map((row) => [`${foldKey(row.email)} ${row.shortname}`, row]));
  return [...places.values()].flatMap(({ email, shortname }) => {
    const here = rows.filter((row) => foldKey(row.email) === foldKey(email) && row.shortname === shortname);
    const mails = site.mails.filter(({ kind, to, course }) => {
      return kind === 'welcome' && foldKey(to) === foldKey(email) && course === shortname;
    }).length;
    const least = unmailed?.has(email) ? 0 : here.filter(({ state }) => state === 'enrolled').length;
    const most = here.reduce((sum, { isAsked, resent }) => sum + (isAsked ? 1 : 0) + resent, 0);
    return mails >= least && mails <= most ? [] : [`${email} got ${mails} welcomes to ${shortname}`];
  });
}

async function aboutQueue({ db }: MoodleGround): Promise<string[]> {
  const left = await db('outbox')
    .where({ destination: 'moodle' })
    .whereNot({ state: 'sent' })
    .select('dedupe_key', 'state');
  return left.map(({ dedupe_key: key, state }) => `${key} is ${state}`);
}

function order(fields: object): [string, unknown][] {
  return Object.entries(fields).sort(([one], [other]) => one.localeCompare(other));
}
