import type { Course } from '../../../core/course';
import type { Customer } from '../../../core/customer';
import type { Period } from '../../../core/period';
import type { Trainee } from '../../../core/trainee';
import type { Order, OrderCourses } from '../../orders/order';
import type { Enrolment } from '../enrolment';
import type { Place } from './list-mark';

/** A seat that a trainee has. */
export interface AssignedSeat {
  reference: string;
  trainee: Trainee;
  course: Course;
  period: Period;
  enrolment: Enrolment | undefined;
}

/** One page of a customer's assigned seats, by trainee. */
export interface AssignedList {
  customer: Customer;
  /** The search text. */
  search: string;
  seats: AssignedSeat[];
  /** Across all pages. */
  total: number;
  /** The search finds more than `total`; the pages show that many. */
  isCut: boolean;
  page: number;
  pages: number;
  /** Of a page of a long list: where the pages beside it end and begin. */
  ends: Record<Place['side'], Place> | undefined;
}

export type Seat = { reference: string } & (
  | { state: 'unassigned' }
  | { state: 'cancelled' }
  | { state: 'assigned'; trainee: Trainee; course: Course; period: Period; enrolment: Enrolment | undefined }
);

/** One page of an order's seats, in any state. */
export interface SeatList {
  order: Order;
  /** What its seats are valid for; undefined for every open course. */
  courses: OrderCourses | undefined;
  seats: Seat[];
  unassigned: number;
  /** The last day to assign has passed. */
  isExpired: boolean;
  page: number;
  pages: number;
}
