import type { Order } from './order';

/** The unassigned seats of one order. They are interchangeable, so people choose a pool, not a seat. */
export interface Pool {
  order: Order;
  unassigned: number;
}
