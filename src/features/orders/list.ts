import type { Customer } from '../../core/customer';
import type { Day } from '../../core/time';
import type { OrderCourses } from './order';
import type { Pool } from './pool';

export interface PoolFilter {
  /** A product's code. */
  product?: string | undefined;
  /** A course's short name. */
  course?: string | undefined;
}

/** One page of a customer's pools, grouped by product, first to expire on top. */
export interface PoolList {
  customer: Customer;
  /** Today in the customer's zone. */
  day: Day;
  filter: PoolFilter;
  pools: Pool[];
  /** What the pools are valid for, by order id; missing for every open course. */
  courses: ReadonlyMap<number, OrderCourses>;
  /** Total over all pages, from the same statement as the rows. */
  totalSeats: number;
  /** Zero-based. */
  page: number;
  pages: number;
  /** Unassigned seats past their last day to assign. */
  expiredSeats: number;
  /** Tells the two empty lists apart: all seats used up, or none ever bought. */
  hadSeats: boolean;
}
