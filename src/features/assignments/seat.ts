import type { Course } from '../../core/course';
import type { Period } from '../../core/period';
import type { Order } from '../orders/order';
import type { Enrolment } from './enrolment';
import type { Trainee } from './trainee';

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
