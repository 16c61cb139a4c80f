import type { Course } from '../../core/course';
import type { Customer } from '../../core/customer';
import type { Period } from '../../core/period';
import type { Trainee } from '../../core/trainee';
import type { Enrolment } from './enrolment';

/** A seat that a trainee has. */
export interface AssignedSeat {
  reference: string;
  trainee: Trainee;
  course: Course;
  period: Period;
  enrolment: Enrolment | undefined;
}

/** One page of a customer's assigned seats, sorted by trainee. */
export interface AssignedList {
  customer: Customer;
  /** Search text. */
  typed: string;
  seats: AssignedSeat[];
  /** Total over all pages. */
  total: number;
  page: number;
  pages: number;
}
