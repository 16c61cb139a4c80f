import { orderReference, seatReference } from '../../core/reference';
import type { SeatFacts } from '../assignments/seat-changes';
import type { CourseEnrolment } from './due-enrolments.sql';

/** Facts for the reactions to a seat change. */
export function factsOf({ orderId, assignmentId, courseId }: CourseEnrolment): SeatFacts {
  return { order: orderReference(orderId), assignmentId, courseId, enrols: true };
}

/** Subject of the ledger entry. */
export function aboutSeat({ seatId, trainee }: CourseEnrolment): { subject: string; customerId: number } {
  return { subject: seatReference(seatId), customerId: trainee.customerId };
}
