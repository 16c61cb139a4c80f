import { randomBytes } from 'node:crypto';
import { foldKey } from '../../../core/text';
import type { Moodle } from '../../../moodle/client';
import { connectMoodle } from '../../../moodle/connect';
import { connectDeletions } from '../../../moodle/deletions';
import type { MoodleCourse } from '../../../moodle/moodle';
import { type MoodleRoles, usualRole } from '../../../moodle/moodle-role';
import { connectProbe } from '../../../moodle/probe';
import type { MoodleConnection } from '../../../moodle/transport';
import { ALL_GROUPS, seesEverybody } from '../all-groups';
import { type Beginning, ensure, type Trial } from './trial';

export interface TrialInput {
  /** Of the course. */
  shortname: string;
  roles: MoodleRoles;
  /** Short name of the role to enrol with; undefined takes the usual one. */
  role?: string | undefined;
  /** Unix seconds. */
  now: number;
}

/** The role to enrol with. */
export function roleOf({ roles, role = usualRole(roles) }: TrialInput): Trial['role'] {
  const id = roles.get(role);
  ensure(id !== undefined, `MOODLE_ROLES names no ${role}`);
  return { name: role, id };
}

/** Checks that the trial can begin; changes nothing. */
export async function prepareTrial(connection: MoodleConnection, input: TrialInput): Promise<Trial> {
  const { shortname, now } = input;
  const begun = new Set<Beginning>();
  const moodle = recording(connectMoodle(connection), begun);
  const site = await moodle.site();
  const course = await findCourse(moodle, shortname);
  const run = randomBytes(4).toString('hex');
  const trial = {
    ...{ moodle, probe: connectProbe(connection), deletions: connectDeletions(connection), site, course, now },
    begun,
    ...{ role: roleOf(input), groupName: `Seats check ${run}`, email: `seats-check-${run}@seats.invalid` },
  };
  const isThere = await isEnrolled(trial);
  ensure(!isThere, `${site.username} is in ${shortname} already, and would be taken out of it; name another course`);
  return trial;
}

/** A client that records what it begins before it sends the request. */
function recording(moodle: Moodle, begun: Set<Beginning>): Moodle {
  const recorded =
    <Arguments extends unknown[], Answer>(what: Beginning, call: (...given: Arguments) => Promise<Answer>) =>
    (...given: Arguments) => {
      begun.add(what);
      return call(...given);
    };
  return {
    ...moodle,
    enrol: recorded('enrolment', moodle.enrol),
    createGroup: recorded('group', moodle.createGroup),
    createAccounts: recorded('account', moodle.createAccounts),
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
  ensure(course, `Moodle shows no course ${shortname}; ${hint}`);
  ensure(course.enrolsManually, `${shortname} has no manual enrolment that is switched on; add it there`);
  // The clean-up cannot remove what the service account cannot see.
  const isSeen = !course.separatesGroups || (await seesEverybody(moodle, course.id));
  ensure(isSeen, `${shortname} keeps groups apart; allow ${ALL_GROUPS}, or name another course`);
  return course;
}
