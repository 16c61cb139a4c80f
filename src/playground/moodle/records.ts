// What a Moodle remembers, in Moodle's own terms: ids are its numbers, moments Unix seconds, 0 for none.

export interface Account {
  id: number;
  username: string;
  firstname: string;
  lastname: string;
  email: string;
  auth: string;
  suspended: boolean;
  deleted: boolean;
  lastaccess: number;
}

type ManualEnrolment = 'enabled' | 'disabled' | 'absent';

export interface Course {
  id: number;
  shortname: string;
  fullname: string;
  idnumber: string;
  summary: string;
  visible: boolean;
  manual: ManualEnrolment;
  /** People may enrol themselves. */
  self: boolean;
  /** A contact of the course, in whose name people are welcomed. */
  teacher?: string | undefined;
  groupMode: 'none' | 'separate' | 'visible';
  completion: 'none' | 'self';
}

export interface Enrolment {
  courseId: number;
  accountId: number;
  method: 'manual' | 'self';
  start: number;
  end: number;
  suspended: boolean;
}

/** A role in a course, which may be held without being enrolled. */
interface RoleHeld {
  courseId: number;
  accountId: number;
  roleId: number;
}

export interface Group {
  id: number;
  courseId: number;
  name: string;
  idnumber: string;
  description: string;
  /** Account ids. */
  members: number[];
}

/** When somebody opened a course last. */
interface Visit {
  courseId: number;
  accountId: number;
  at: number;
}

export interface Mail {
  kind: 'welcome' | 'password';
  to: string;
  /** A short name, in a welcome. */
  course?: string | undefined;
}

export interface Records {
  accounts: Account[];
  courses: Course[];
  enrolments: Enrolment[];
  roles: RoleHeld[];
  groups: Group[];
  visits: Visit[];
  mails: Mail[];
}

export const GUEST = 1;
export const SERVICE_ACCOUNT = 3;
export const FRONT_PAGE = 1;
