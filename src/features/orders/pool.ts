import type { Order } from './order';

/** The unassigned seats of one order: interchangeable, so people choose a pool and not a serial number. */
export interface Pool {
  order: Order;
  unassigned: number;
}
