import type { Day } from '../../core/time';
import type { Order } from './order';

/** The unassigned seats of one order. They are interchangeable, so people choose a pool, not a seat. */
export interface Pool {
  order: Order;
  unassigned: number;
}

/** Seats of one order that nobody has. */
export interface UnassignedSeats {
  product: Order['product'];
  unassigned: number;
  generatedOn: Day;
  assignBy: Day | undefined;
}

/** The seats of one order that nobody had assigned by its last day. */
export interface ExpiredSeats {
  /** The order's reference. */
  order: string;
  product: string;
  seats: number;
}
