import type { Customer } from '../../core/customer';
import type { Day } from '../../core/time';
import type { Pool } from './pool';

export interface PoolFilter {
  /** A product's code. */
  product?: string | undefined;
  /** A course's short name. */
  course?: string | undefined;
}

/** One page of a customer's pools, grouped by product, what expires first on top. */
export interface PoolList {
  customer: Customer;
  /** The customer's today. */
  day: Day;
  filter: PoolFilter;
  pools: Pool[];
  /** Of all pages, read together with the rows. */
  totalSeats: number;
  /** From 0. */
  page: number;
  pages: number;
  /** Unassigned seats whose last day has passed. */
  expiredSeats: number;
  /** Whether the customer ever had seats: an empty list means something else then. */
  hadSeats: boolean;
}
