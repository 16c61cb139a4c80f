import type { Day } from '../../core/time';
import type { Order } from './order';

/** The unassigned seats of one order: interchangeable, so people choose a pool and not a serial number. */
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
