import type { Course } from '../../core/course';
import type { Period } from '../../core/period';
import type { Trainee } from '../../core/trainee';
import type { Order } from '../orders/order';
import type { Enrolment } from './enrolment';

/** A seat given to a trainee in a course. */
export interface Assignment {
  id: number;
  seat: string;
  order: Order;
  trainee: Trainee;
  course: Course;
  role: string;
  period: Period;
  /** Undefined where it was made without Moodle. */
  enrolment: Enrolment | undefined;
  /** The name of the modal that follows what happens, of whom it was read for. */
  shownAs?: string | undefined;
  /** How it ended; undefined while the trainee has the seat. */
  ended: { reason: 'released' | 'already_enrolled' } | undefined;
}
