import type { Customer } from '../../core/customer';
import type { SetupStep } from '../../core/setup-checklist';
import type { Day, Instant } from '../../core/time';
import type { Enrolment } from '../assignments/enrolment';
import type { CourseOutage, MoodleOutage } from '../courses/moodle-outage';
import type { AccessRequest } from '../requests/access-request';
import type { SeatRequest } from '../requests/request';

/** Which page somebody is on, of the customers they coordinate and of those by seats left. */
export interface HomePages {
  customers: number;
  stock: number;
}

/** How one customer stands, for whoever coordinates it. */
export interface CustomerAtHome {
  customer: Customer;
  unassigned: number;
  /** What expires first. */
  next: { day: Day; seats: number } | undefined;
  /** The last few assignments, the newest first. */
  latest: { trainee: string; course: string; day: Day; enrolment: Enrolment | undefined }[];
  /** How many enrolments in Moodle wait for a person. */
  failed: number;
}

/** What concerns whoever sells. */
export interface SalesAtHome {
  /** What has to be there before anything can be sold. */
  missing: SetupStep[];
  /** Since the first of this month. */
  sold: { orders: number; seats: number };
  /** The oldest few of those that wait, and how many there are. */
  requests: { shown: SeatRequest[]; total: number };
  /** The same of those who ask to become coordinators. */
  access: { shown: AccessRequest[]; total: number };
  /** Whose channel cannot be reached: a few of them, and how many there are. */
  broken: { shown: Customer[]; total: number };
  /** How many enrolments of all customers wait for a person. */
  failed: number;
  /** Customers in use who bought, the fewest seats left first: one page of them. */
  stock: { shown: { customer: Pick<Customer, 'code' | 'name'>; left: number }[]; page: number; pages: number };
}

/** Whether everything runs. */
export interface Health {
  waiting: number;
  /** When the oldest message that waits was written. */
  oldest: Instant | undefined;
  givenUp: number;
  /** Products on sale that cannot be sold. */
  productsWithErrors: number;
  /** When reminders were last decided; undefined before the first time. */
  remindersAt: Instant | undefined;
  /** Courses that wait for Moodle by themselves: a few of them, and how many there are. */
  courses: { shown: CourseOutage[]; total: number };
}

/** What somebody sees first in the app; all parts are missing for somebody without a role. */
export interface Home {
  /** What Moodle is waited for, where something waits. */
  trouble: MoodleOutage | undefined;
  customers: CustomerAtHome[];
  page: number;
  pages: number;
  sales: SalesAtHome | undefined;
  health: Health | undefined;
}
