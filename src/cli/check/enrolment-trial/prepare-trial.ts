import { randomBytes } from 'node:crypto';
import { foldKey } from '../../../core/text';
import type { Moodle } from '../../../moodle/client';
import { connectMoodle } from '../../../moodle/connect';
import { connectDeletions } from '../../../moodle/deletions';
import { ACCOUNTS_ANY_CASE } from '../../../moodle/functions';
import type { MoodleCourse } from '../../../moodle/moodle';
import { type MoodleRoles, usualRole } from '../../../moodle/moodle-role';
import { FUNCTIONS_NEEDED } from '../../../moodle/needed';
import { connectProbe } from '../../../moodle/probe';
import type { MoodleConnection } from '../../../moodle/transport';
import { ALL_GROUPS, seesEverybody } from '../all-groups';
import { type Beginning, demand, type Trial } from './trial';

export interface Wish {
  /** Of the course. */
  shortname: string;
  roles: MoodleRoles;
  /** Short name of the one that is given; the usual one where it is undefined. */
  role?: string | undefined;
  /** Unix seconds. */
  now: number;
}

/** Looks whether trying can begin; nothing is changed yet. */
export async function prepare(connection: MoodleConnection, { shortname, roles, now, role }: Wish): Promise<Trial> {
  const begun = new Set<Beginning>();
  const moodle = noting(connectMoodle(connection), begun);
  const site = await moodle.site();
  const absent = FUNCTIONS_NEEDED.filter((name) => name !== ACCOUNTS_ANY_CASE.name && !site.functions.includes(name));
  demand(absent.length === 0, `${absent.join(', ')}: not in the service; add what is missing`);
  const name = role ?? usualRole(roles);
  const id = roles.get(name);
  demand(id !== undefined, `MOODLE_ROLES names no ${name}`);
  const course = await findCourse(moodle, shortname);
  const run = randomBytes(4).toString('hex');
  const trial = {
    ...{ moodle, probe: connectProbe(connection), deletions: connectDeletions(connection), site, course, now },
    begun,
    ...{ role: { name, id }, groupName: `Seats check ${run}`, email: `seats-check-${run}@seats.invalid` },
  };
  const isThere = await isEnrolled(trial);
  demand(!isThere, `${site.username} is in ${shortname} already, and would be taken out of it; name another course`);
  return trial;
}

/** A client that notes what it is asked to begin, before Moodle is. */
function noting(moodle: Moodle, begun: Set<Beginning>): Moodle {
  const noted =
    <Arguments extends unknown[], Answer>(what: Beginning, call: (...given: Arguments) => Promise<Answer>) =>
    (...given: Arguments) => {
      begun.add(what);
      return call(...given);
    };
  return {
    ...moodle,
    enrol: noted('enrolment', moodle.enrol),
    createGroup: noted('group', moodle.createGroup),
    createAccounts: noted('account', moodle.createAccounts),
  };
}

export async function isEnrolled({ moodle, site, course }: Trial): Promise<boolean> {
  const people = await moodle.participants(course.id);
  return people.some(({ accountId }) => accountId === site.accountId);
}

async function findCourse(moodle: Moodle, shortname: string): Promise<MoodleCourse> {
  const courses = await moodle.courses();
  const course = courses.find((one) => one.shortname === shortname);
  const alike = courses.find((one) => foldKey(one.shortname) === foldKey(shortname));
  const hint = alike
    ? `is it ${alike.shortname}?`
    : 'write its short name, and if it is hidden, allow moodle/course:viewhiddencourses';
  demand(course, `Moodle shows no course ${shortname}; ${hint}`);
  demand(course.enrolsManually, `${shortname} has no manual enrolment that is switched on; add it there`);
  // What cannot be seen could not be put right again either.
  const isSeen = !course.separatesGroups || (await seesEverybody(moodle, course.id));
  demand(isSeen, `${shortname} keeps groups apart; allow ${ALL_GROUPS}, or name another course`);
  return course;
}
