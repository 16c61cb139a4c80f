import { Changes } from '../changes';
import type { Clock } from '../clock';
import { enrolmentsAt, roleIdsAt, visitAt } from './membership';
import {
  type Account,
  type Course,
  type Enrolment,
  type Group,
  type Mail,
  type Records,
  SERVICE_ACCOUNT,
} from './records';

/** An enrolment, with the person's roles, groups and last visit in the course. */
export interface Participation extends Enrolment {
  roleIds: number[];
  /** Group names. */
  groups: string[];
  lastVisit: number;
}

/** A Moodle's records, and the queries on them. */
export class MoodleStore {
  readonly changes = new Changes();
  readonly #clock: Pick<Clock, 'now'>;
  readonly #highest = { accounts: 0, courses: 0, groups: 0 };
  #records: Records = { accounts: [], courses: [], enrolments: [], roles: [], groups: [], visits: [], mails: [] };

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  get records(): Records {
    return this.#records;
  }

  /** Replaces all records. */
  remember(records: Records): void {
    this.#records = structuredClone(records);
    this.changes.announce();
  }

  /** Unix seconds. */
  get now(): number {
    return this.#clock.now().toUnixInteger();
  }

  /** Visible, with manual enrolment and without a teacher by default. */
  addCourse(course: Pick<Course, 'shortname' | 'fullname'> & Partial<Course>): Course {
    const { courses } = this.#records;
    const added: Course = {
      id: this.#nextId('courses'),
      idnumber: '',
      summary: '',
      visible: true,
      manual: 'enabled',
      self: false,
      teacher: undefined,
      groupMode: 'none',
      completion: 'none',
      ...course,
    };
    courses.push(added);
    this.changes.announce();
    return added;
  }

  addAccount(account: Pick<Account, 'username' | 'firstname' | 'lastname' | 'email'> & Partial<Account>): Account {
    const { accounts } = this.#records;
    const usual = { auth: 'manual', suspended: false, deleted: false, lastaccess: 0 };
    const added: Account = { id: this.#nextId('accounts'), ...usual, ...account };
    accounts.push(added);
    this.changes.announce();
    return added;
  }

  addGroup(group: Pick<Group, 'courseId' | 'name'> & Partial<Group>): Group {
    const { groups } = this.#records;
    const added: Group = { id: this.#nextId('groups'), idnumber: '', description: '', members: [], ...group };
    groups.push(added);
    this.changes.announce();
    return added;
  }

  /** Throws when there is none. */
  course(courseId: number): Course {
    const found = this.#records.courses.find(({ id }) => id === courseId);
    if (!found) throw new Error(`This Moodle has no course ${courseId}.`);
    return found;
  }

  /** Throws when there is none. */
  account(accountId: number): Account {
    const found = this.#records.accounts.find(({ id }) => id === accountId);
    if (!found) throw new Error(`This Moodle has no account ${accountId}.`);
    return found;
  }

  get courses(): readonly Course[] {
    return this.#records.courses;
  }

  /** Accounts of people: without the guest, the administrator and the service account. */
  get accounts(): readonly Account[] {
    return this.#records.accounts.filter(({ id }) => id > SERVICE_ACCOUNT);
  }

  get mails(): readonly Mail[] {
    return this.#records.mails;
  }

  groupsIn(courseId: number): Group[] {
    return this.#records.groups.filter((group) => group.courseId === courseId);
  }

  enrolmentsIn(courseId: number): Participation[] {
    const records = this.#records;
    const inCourse = records.enrolments.filter((enrolment) => enrolment.courseId === courseId);
    const groups = this.groupsIn(courseId).map(({ name, members }) => ({ name, members: new Set(members) }));
    return inCourse.map((enrolment) => ({
      ...enrolment,
      roleIds: roleIdsAt(records, enrolment),
      groups: groups.flatMap(({ name, members }) => (members.has(enrolment.accountId) ? [name] : [])),
      lastVisit: visitAt(records, enrolment),
    }));
  }

  isEnrolled(accountId: number, courseId: number): boolean {
    return enrolmentsAt(this.#records, { accountId, courseId }).length > 0;
  }

  /** Never reuses an id, even of a deleted record. */
  #nextId(kind: 'accounts' | 'courses' | 'groups'): number {
    const present = this.#records[kind].map(({ id }) => id);
    const next = Math.max(this.#highest[kind], ...present) + 1;
    this.#highest[kind] = next;
    return next;
  }
}
