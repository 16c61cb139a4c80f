import { createHash } from 'node:crypto';
import { Changes } from '../changes';
import { Clock } from '../clock';
import { CallFaults } from './call-faults';
import { functionNames } from './functions';
import { dropEnrolments, enrolmentsAt, putEnrolment, roleIdsAt, visitAt } from './membership';
import {
  type Account,
  type Course,
  type Enrolment,
  FRONT_PAGE,
  type Group,
  GUEST,
  type Mail,
  type Records,
  SERVICE_ACCOUNT,
} from './records';
import { type Settings, usualSettings } from './settings';

/** One call of a web service function, without its token. */
export interface MoodleCall {
  function: string;
  params: unknown;
}

/** Somebody's enrolment, with what else they have in the course. */
export interface Participation extends Enrolment {
  roleIds: number[];
  /** Names. */
  groups: string[];
  lastVisit: number;
}

const STUDENT = 5;

/** A Moodle in memory: what it knows, what people do there, and what its administrators set. */
export class MoodleSite {
  readonly token = 'moodle-local-workspace';
  readonly settings: Settings = usualSettings(functionNames);
  readonly faults = new CallFaults();
  readonly changes = new Changes();
  readonly calls: MoodleCall[] = [];
  readonly #clock: Pick<Clock, 'now'>;
  #records: Records;

  private constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.#records = { accounts: [], courses: [], enrolments: [], roles: [], groups: [], visits: [], mails: [] };
    this.addCourse({ id: FRONT_PAGE, shortname: 'moodle', fullname: 'Moodle', manual: 'absent' });
    this.addAccount({ id: GUEST, username: 'guest', firstname: 'Guest user', lastname: ' ', email: 'root@localhost' });
    this.addAccount({ id: 2, username: 'admin', firstname: 'Admin', lastname: 'User', email: 'admin@example.com' });
    const bot = { username: 'seats', firstname: 'Training', lastname: 'Seats', email: 'seats@example.com' };
    this.addAccount({ id: SERVICE_ACCOUNT, ...bot });
  }

  static create({ clock = new Clock() }: { clock?: Pick<Clock, 'now'> } = {}): MoodleSite {
    return new MoodleSite(clock);
  }

  get records(): Records {
    return this.#records;
  }

  /** In place of all that it knew. */
  remember(records: Records): void {
    this.#records = structuredClone(records);
    this.changes.announce();
  }

  /** Unix seconds. */
  get now(): number {
    return this.#clock.now().toUnixInteger();
  }

  /** Visible, with manual enrolment and without a teacher, unless said otherwise. */
  addCourse(course: Pick<Course, 'shortname' | 'fullname'> & Partial<Course>): Course {
    const { courses } = this.#records;
    const added: Course = {
      id: nextId(courses),
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
    const added: Account = { id: nextId(accounts), ...usual, ...account };
    accounts.push(added);
    this.changes.announce();
    return added;
  }

  addGroup(group: Pick<Group, 'courseId' | 'name'> & Partial<Group>): Group {
    const { groups } = this.#records;
    const added: Group = { id: nextId(groups), idnumber: '', description: '', members: [], ...group };
    groups.push(added);
    this.changes.announce();
    return added;
  }

  /** Nobody finds out that it does not arrive. */
  mail(mail: Mail): void {
    if (this.settings.canMail) this.#records.mails.push(mail);
  }

  opensCourse(accountId: number, courseId: number): void {
    const { visits } = this.#records;
    this.logsIn(accountId);
    const before = visits.find((one) => one.accountId === accountId && one.courseId === courseId);
    if (before) before.at = this.now;
    else visits.push({ accountId, courseId, at: this.now });
    this.changes.announce();
  }

  /** Without opening any course. */
  logsIn(accountId: number): void {
    this.account(accountId).lastaccess = this.now;
    this.changes.announce();
  }

  enrolsThemselves(accountId: number, courseId: number, { start = 0, end = 0 } = {}): void {
    this.course(courseId).self = true;
    const { id } = this.account(accountId);
    putEnrolment(this.#records, { courseId, accountId: id, method: 'self', start, end, suspended: false }, STUDENT);
    this.changes.announce();
  }

  /** By a teacher's hand, whatever the method. */
  removesFromCourse(accountId: number, courseId: number): void {
    dropEnrolments(this.#records, { courseId, accountId }, ['manual', 'self']);
    this.changes.announce();
  }

  deletesAccount(accountId: number): void {
    const account = this.account(accountId);
    const records = this.#records;
    for (const { id } of records.courses) dropEnrolments(records, { courseId: id, accountId }, ['manual', 'self']);
    records.roles = records.roles.filter((one) => one.accountId !== accountId);
    const { email } = account;
    // So both can be used again.
    const scrambled = createHash('md5').update(email).digest('hex');
    Object.assign(account, { deleted: true, username: `${email}.${this.now}`.toLowerCase(), email: scrambled });
    this.changes.announce();
  }

  deletesCourse(courseId: number): void {
    const records = this.#records;
    const isElsewhere = (one: { courseId: number }) => one.courseId !== courseId;
    records.courses = records.courses.filter(({ id }) => id !== courseId);
    records.enrolments = records.enrolments.filter(isElsewhere);
    records.roles = records.roles.filter(isElsewhere);
    records.groups = records.groups.filter(isElsewhere);
    records.visits = records.visits.filter(isElsewhere);
    this.changes.announce();
  }

  hidesCourse(courseId: number): void {
    this.course(courseId).visible = false;
    this.changes.announce();
  }

  showsCourse(courseId: number): void {
    this.course(courseId).visible = true;
    this.changes.announce();
  }

  renamesCourse(courseId: number, names: Partial<Pick<Course, 'shortname' | 'fullname'>>): void {
    Object.assign(this.course(courseId), names);
    this.changes.announce();
  }

  setsManualEnrolment(courseId: number, manual: Course['manual']): void {
    this.course(courseId).manual = manual;
    this.changes.announce();
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

  /** Those of people: neither the guest's, the administrator's nor our own. */
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
    return inCourse.map((enrolment) => ({
      ...enrolment,
      roleIds: roleIdsAt(records, enrolment),
      groups: this.groupsIn(courseId).flatMap(({ name, members }) =>
        members.includes(enrolment.accountId) ? [name] : [],
      ),
      lastVisit: visitAt(records, enrolment),
    }));
  }

  isEnrolled(accountId: number, courseId: number): boolean {
    return enrolmentsAt(this.#records, { accountId, courseId }).length > 0;
  }
}

function nextId(all: readonly { id: number }[]): number {
  return Math.max(0, ...all.map(({ id }) => id)) + 1;
}
