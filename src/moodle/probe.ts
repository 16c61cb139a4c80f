import { z } from 'zod';
import { ACCOUNTS, CREATE_ACCOUNTS, ENROL, moodleFunction, PARTICIPANTS, UNENROL } from './functions';
import { FRONT_PAGE } from './moodle';
import { type Call, type MoodleConnection, openTransport } from './transport';

/** Calls that reveal a right without using it. */
export interface Probe {
  /** The visible ones of the accounts with these ids, including deleted accounts, which Moodle does not mark. */
  people: (ids: readonly number[]) => Promise<ProbedPerson[]>;
  participants: (courseId: number) => Promise<ProbedParticipant[]>;
  /** Enrols nobody: Moodle checks the right to enrol, finds no such person, and never looks at the role. */
  enrolNobody: (courseId: number, roleId: number) => Promise<void>;
  /**
   * Changes nothing: the front page never has manual enrolment. Moodle says so only after it has checked the right to
   * enrol, the right to assign roles, and this role.
   */
  enrolInFrontPage: (accountId: number, roleId: number) => Promise<void>;
  unenrolFromFrontPage: (accountId: number) => Promise<void>;
  /** Creates nothing: Moodle first checks everything else, and then refuses the username as taken. */
  createTaken: (username: string) => Promise<void>;
}

export interface ProbedPerson {
  id: number;
  /** Undefined when hidden. */
  email: string | undefined;
}

export interface ProbedParticipant extends ProbedPerson {
  showsLastAccess: boolean;
  roles: readonly { id: number; shortname: string }[];
}

/** The highest account id on any database, which no account gets. */
export const NOBODY = 2_147_483_647;

/** Only the right to see people shows this account. Everybody sees course contacts, so other people prove nothing. */
export const GUEST = 1;

/** The oldest accounts after the guest. Moodle keeps the rows of deleted accounts. */
export const FIRST_IDS: readonly number[] = Array.from({ length: 40 }, (_, index) => index + 2);

const ENOUGH_ADDRESSES = 5;
const ENOUGH_PEOPLE = 200;

const person = z.object({ id: z.int(), email: z.string().optional() });
const participant = person.extend({
  lastcourseaccess: z.number().optional(),
  roles: z.array(z.object({ roleid: z.int(), shortname: z.string() })).default([]),
});

const PROBED_PEOPLE = moodleFunction(ACCOUNTS.name, z.array(person));
const PROBED_PARTICIPANTS = { ...PARTICIPANTS, answer: z.array(participant) };

/** A few addresses that should find their accounts. A deleted account has something else in place of its address. */
export function addressesOf(people: readonly ProbedPerson[]): string[] {
  // ASCII only, since databases differ in the case of other letters. `%` is a wildcard. The domain may be `localhost`.
  const emails = people.flatMap(({ email }) => (email && /^[!-$&-?A-~]+@[!-$&-?A-~]+$/.test(email) ? [email] : []));
  return [...new Set(emails)].slice(0, ENOUGH_ADDRESSES);
}

export function connectProbe(connection: MoodleConnection): Probe {
  const call = openTransport(connection);
  return {
    async people(ids) {
      const people = await call(PROBED_PEOPLE, { field: 'id', values: ids });
      return people.map(({ id, email }) => ({ id, email }));
    },
    participants: (courseId) => readParticipants(call, courseId),
    async enrolNobody(courseId, roleId) {
      await call(ENROL, { enrolments: [{ roleid: roleId, userid: NOBODY, courseid: courseId }] });
    },
    async enrolInFrontPage(accountId, roleId) {
      await call(ENROL, { enrolments: [{ roleid: roleId, userid: accountId, courseid: FRONT_PAGE }] });
    },
    async unenrolFromFrontPage(accountId) {
      await call(UNENROL, { enrolments: [{ userid: accountId, courseid: FRONT_PAGE }] });
    },
    async createTaken(username) {
      const rest = { firstname: 'Nobody', lastname: 'Nobody', email: 'nobody@seats.invalid', createpassword: 1 };
      await call(CREATE_ACCOUNTS, { users: [{ username, ...rest }] });
    },
  };
}

async function readParticipants(call: Call, courseId: number): Promise<ProbedParticipant[]> {
  const options = [
    { name: 'limitfrom', value: 0 },
    { name: 'limitnumber', value: ENOUGH_PEOPLE },
    { name: 'userfields', value: 'id,email,lastcourseaccess,roles' },
  ];
  const people = await call(PROBED_PARTICIPANTS, { courseid: courseId, options });
  return people.map(({ id, email, lastcourseaccess, roles }) => ({
    id,
    email,
    showsLastAccess: lastcourseaccess !== undefined,
    roles: roles.map(({ roleid, shortname }) => ({ id: roleid, shortname })),
  }));
}
