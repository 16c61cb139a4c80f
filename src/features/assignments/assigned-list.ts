import type { Course } from '../../core/course';
import type { Customer } from '../../core/customer';
import type { Period } from '../../core/period';
import type { Enrolment } from './enrolment';
import type { Trainee } from './trainee';

/** A seat that somebody has. */
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
  /** What was typed to find them. */
  typed: string;
  seats: AssignedSeat[];
  /** Of all pages. */
  total: number;
  page: number;
  pages: number;
}
