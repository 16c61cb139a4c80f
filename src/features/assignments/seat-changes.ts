import { defineChange } from '../../database/changes';

/** The assignment that a seat change affects. */
export interface SeatFacts {
  /** The order's reference. */
  order: string;
  assignmentId: number;
  /** Course after the change. */
  courseId: number;
  /** Moodle takes part in the change. */
  enrols: boolean;
}

export const traineeAdded = defineChange('trainee.added');

export const seatAssigned = defineChange<SeatFacts>('seat.assigned');
export const seatChanged = defineChange<SeatFacts>('seat.changed');
export const seatReleaseAsked = defineChange<SeatFacts>('seat.release_asked');
export const seatReleased = defineChange<SeatFacts>('seat.released');
export const seatEnrolmentRetried = defineChange<SeatFacts>('seat.enrolment_retried');

// Results from Moodle.

export const seatEnrolled = defineChange<SeatFacts>('seat.enrolled');
export const seatEnrolmentFailed = defineChange<SeatFacts>('seat.enrolment_failed');
export const seatStarted = defineChange<SeatFacts>('seat.started');
export const seatGivenBack = defineChange<SeatFacts>('seat.given_back');
/** Moodle enrolled the trainee and said that it could not send its mail. */
export const seatMailFailed = defineChange<SeatFacts>('seat.mail_failed');
/** The trainee can sign in to Moodle after all. */
export const seatSignedIn = defineChange<SeatFacts>('seat.signed_in');
export const releaseRefused = defineChange<SeatFacts>('seat.kept');

/** A person opened the card of a seat whose trainee may have started. Announced without a ledger row. */
export const seatCardOpened = defineChange<{ courseId: number }>('seat.card_opened');
