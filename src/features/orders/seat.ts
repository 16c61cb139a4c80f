import type { Period } from '../../core/period';
import type { Enrolment } from '../assignments/enrolment';
import type { Trainee } from '../assignments/trainee';
import type { Course } from '../courses/course';
import type { Order } from './order';

/** The unassigned seats of one order: interchangeable, so people choose a pool and not a serial number. */
export interface Pool {
  order: Order;
  unassigned: number;
}

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

export type Seat = { reference: string } & (
  | { state: 'unassigned' }
  | { state: 'cancelled' }
  | { state: 'assigned'; trainee: Trainee; course: Course; period: Period; enrolment: Enrolment | undefined }
);
