import { createHash } from 'node:crypto';
import type { Course } from '../../core/course';
import type { Period } from '../../core/period';
import type { Trainee } from '../../core/trainee';
import { versionOf } from '../../core/version';
import type { Order } from '../orders/order';
import type { Enrolment } from './enrolment';

/** A seat assigned to a trainee for a course. */
export interface Assignment {
  id: number;
  seat: string;
  order: Order;
  trainee: Trainee;
  course: Course;
  role: string;
  period: Period;
  /** Undefined for an assignment made without Moodle. */
  enrolment: Enrolment | undefined;
  /** External id of the live modal, for the person this was read for. */
  shownAs?: string | undefined;
  /** Undefined while the trainee has the seat. */
  ended: { reason: 'released' | 'already_enrolled' } | undefined;
}

interface Versioned {
  trainee: Pick<Trainee, 'email'>;
  course: Pick<Course, 'shortname'>;
  period: Period;
}

/**
 * Version of what the form to change an assignment shows. Tells trainees apart by their address, which nobody can read
 * from it: a database from a backup gives ids a second time.
 */
export function assignmentVersion({ trainee, course, period }: Versioned): string {
  const who = createHash('sha256').update(trainee.email).digest('base64url').slice(0, 8);
  return versionOf({ who, course: course.shortname, start: period.start, end: period.end });
}
