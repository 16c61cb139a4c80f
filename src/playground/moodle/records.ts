// A Moodle's records, in Moodle's terms: ids are its numbers, times are Unix seconds, 0 for none.

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
  /** True when people can enrol themselves. */
  self: boolean;
  /** The course contact, who is the sender of welcome mails. */
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

/** A role in a course, with or without an enrolment. */
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

/** The last time an account opened a course. */
interface Visit {
  courseId: number;
  accountId: number;
  at: number;
}

export interface Mail {
  kind: 'welcome' | 'password';
  to: string;
  /** The short name, in a welcome mail. */
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
