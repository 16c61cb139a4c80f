import type { Course } from '../../core/course';
import type { Customer } from '../../core/customer';
import type { Period } from '../../core/period';
import type { Trainee } from '../../core/trainee';
import type { Order } from '../orders/order';
import type { Enrolment } from './enrolment';

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
  page: number;
  pages: number;
}

export type Seat = { reference: string } & (
  | { state: 'unassigned' }
  | { state: 'cancelled' }
  | { state: 'assigned'; trainee: Trainee; course: Course; period: Period; enrolment: Enrolment | undefined }
);

/** One page of an order's seats, in any state. */
export interface SeatList {
  order: Order;
  seats: Seat[];
  unassigned: number;
  /** The last day to assign has passed. */
  isExpired: boolean;
  page: number;
  pages: number;
}
