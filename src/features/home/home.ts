import type { Customer } from '../../core/customer';
import type { SetupStep } from '../../core/setup-checklist';
import type { Day, Instant } from '../../core/time';
import type { Enrolment } from '../assignments/enrolment';
import type { CourseOutage, MoodleOutage } from '../courses/moodle-outage';
import type { AccessRequest } from '../requests/access-request';
import type { SeatRequest } from '../requests/request';

/** Zero-based pages of the two lists: the person's own customers, and all customers by seats left. */
export interface HomePages {
  customers: number;
  stock: number;
}

/** Seat summary of a customer, for its coordinators. */
export interface CustomerAtHome {
  customer: Customer;
  unassigned: number;
  /** First seats to expire. */
  next: { day: Day; seats: number } | undefined;
  /** Latest assignments, newest first. */
  latest: { trainee: string; course: string; day: Day; enrolment: Enrolment | undefined }[];
  /** Number of failed enrolments. */
  failed: number;
}

/** Content for sales. */
export interface SalesAtHome {
  /** Missing entries of the setup checklist. */
  missing: SetupStep[];
  /** Since the first of this month, in the zone of the business. */
  sold: { orders: number; seats: number };
  /** Requests for seats that wait, oldest first, with the total. */
  requests: { shown: SeatRequest[]; total: number };
  /** Access requests that wait, oldest first, with the total. */
  access: { shown: AccessRequest[]; total: number };
  /** Customers with an unreachable channel, with the total. */
  broken: { shown: Customer[]; total: number };
  /** Number of failed enrolments of all customers. */
  failed: number;
  /** One page of customers with orders, fewest seats left first. Leaves out archived customers. */
  stock: { shown: { customer: Pick<Customer, 'code' | 'name'>; left: number }[]; page: number; pages: number };
}

/** State of the bot, for administrators. */
export interface Health {
  waiting: number;
  /** When the oldest waiting message was queued. */
  oldest: Instant | undefined;
  givenUp: number;
  /** Products on sale with errors. */
  productsWithErrors: number;
  /** Last run of the reminders; undefined before the first. */
  remindersAt: Instant | undefined;
  /** Courses that wait for Moodle for a reason of their own, with the total. */
  courses: { shown: CourseOutage[]; total: number };
}

/** Content of the app's Home tab. All parts are empty for a person without a role. */
export interface Home {
  /** Current outage of Moodle, if anything waits for it. */
  outage: MoodleOutage | undefined;
  customers: CustomerAtHome[];
  page: number;
  pages: number;
  sales: SalesAtHome | undefined;
  health: Health | undefined;
}
