import type { Identity } from './person';
import type { Day } from './time';

/** What a coordinator of a customer may do for it. */
export interface Limits {
  /** Ids of the only products they may see and assign; none: all. */
  products: readonly number[];
  /** Seats they may assign in one of the customer's months; undefined: as many as there are. */
  quota: number | undefined;
}

export interface Coordinator extends Identity, Limits {}

/** Somebody who stands in for a coordinator, with the same limits. */
export interface Delegation {
  id: number;
  to: Identity;
  /** Days of the customer, both included. */
  from: Day;
  until: Day;
}

export const NO_LIMITS: Limits = { products: [], quota: undefined };
export const LARGEST_QUOTA = 1_000_000;
