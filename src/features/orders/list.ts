import type { Customer } from '../../core/customer';
import type { Day } from '../../core/time';
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
