import { createHash } from 'node:crypto';
import { Clock } from '../clock';
import { CallFaults } from './call-faults';
import { functionNames } from './functions';
import { dropEnrolments, putEnrolment } from './membership';
import { MoodleStore } from './moodle-store';
import { type Course, FRONT_PAGE, GUEST, type Mail, SERVICE_ACCOUNT } from './records';
import { type Settings, usualSettings } from './settings';

interface MoodleCall {
  function: string;
  params: unknown;
}

const STUDENT = 5;

/** A Moodle in memory: its records, its people's actions and its settings. */
export class MoodleSite extends MoodleStore {
  /** In the format of Moodle's tokens. */
  readonly token = createHash('md5').update('the local workspace').digest('hex');
  readonly settings: Settings = usualSettings(functionNames);
  readonly faults = new CallFaults();
  readonly calls: MoodleCall[] = [];

  private constructor(clock: Pick<Clock, 'now'>) {
    super(clock);
    this.addCourse({ id: FRONT_PAGE, shortname: 'moodle', fullname: 'Moodle', manual: 'absent' });
    this.addAccount({ id: GUEST, username: 'guest', firstname: 'Guest user', lastname: ' ', email: 'root@localhost' });
    this.addAccount({ id: 2, username: 'admin', firstname: 'Admin', lastname: 'User', email: 'admin@example.com' });
    const bot = { username: 'seats', firstname: 'Training', lastname: 'Seats', email: 'seats@example.com' };
    this.addAccount({ id: SERVICE_ACCOUNT, ...bot });
  }

  static create({ clock = new Clock() }: { clock?: Pick<Clock, 'now'> } = {}): MoodleSite {
    return new MoodleSite(clock);
  }

  /** A mail that does not arrive is lost silently. */
  mail(mail: Mail): void {
    if (this.settings.canMail) this.records.mails.push(mail);
  }

  opensCourse(accountId: number, courseId: number): void {
    const { visits } = this.records;
    this.logsIn(accountId);
    const before = visits.find((one) => one.accountId === accountId && one.courseId === courseId);
    if (before) before.at = this.now;
    else visits.push({ accountId, courseId, at: this.now });
    this.changes.announce();
  }

  /** Logs in without opening a course. */
  logsIn(accountId: number): void {
    this.account(accountId).lastaccess = this.now;
    this.changes.announce();
  }

  enrolsThemselves(accountId: number, courseId: number, { start = 0, end = 0 } = {}): void {
    this.course(courseId).self = true;
    const { id } = this.account(accountId);
    putEnrolment(this.records, { courseId, accountId: id, method: 'self', start, end, suspended: false }, STUDENT);
    this.changes.announce();
  }

  /** Removes the enrolment as a teacher would, whatever its method. */
  removesFromCourse(accountId: number, courseId: number): void {
    dropEnrolments(this.records, { courseId, accountId }, ['manual', 'self']);
    this.changes.announce();
  }

  deletesAccount(accountId: number): void {
    const account = this.account(accountId);
    const records = this.records;
    for (const { id } of records.courses) dropEnrolments(records, { courseId: id, accountId }, ['manual', 'self']);
    records.roles = records.roles.filter((one) => one.accountId !== accountId);
    const { email } = account;
    // Frees the username and the address for new accounts.
    const scrambled = createHash('md5').update(email).digest('hex');
    Object.assign(account, { deleted: true, username: `${email}.${this.now}`.toLowerCase(), email: scrambled });
    this.changes.announce();
  }

  deletesCourse(courseId: number): void {
    const records = this.records;
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
}
