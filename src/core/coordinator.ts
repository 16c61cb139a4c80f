import type { Identity } from './identity';
import type { Day } from './time';

/** A coordinator's limits for one customer. */
export interface Limits {
  /** Ids of the products that they may see and assign; empty means all. */
  products: readonly number[];
  /** Seats per calendar month, in the customer's time zone; undefined means no limit. */
  quota: number | undefined;
}

export interface Coordinator extends Identity, Limits {}

/** A delegate acts in a coordinator's place, with the same limits. */
export interface Delegation {
  id: number;
  customerId: number;
  /** `of` is the coordinator, `to` the delegate. */
  of: Identity;
  to: Identity;
  /** First and last day, in the customer's time zone, both inclusive. */
  from: Day;
  until: Day;
  /** True when ended early; stays false when the last day passes. */
  ended: boolean;
}

/** Limits with product names. */
export interface NamedLimits {
  products: readonly ProductName[];
  quota: number | undefined;
}

/** A coordinator, for display. */
export interface CoordinatorCard extends NamedLimits {
  person: Identity;
  /** Seats that count against their quota this month, assigned by them or by their delegates. */
  used: number;
  /** Current and future delegations. */
  delegations: readonly Delegation[];
}

/** A product's id, code and name. */
export interface ProductName {
  id: number;
  code: string;
  name: string;
}

export const NO_LIMITS: Limits = { products: [], quota: undefined };
export const MAX_QUOTA = 1_000_000;
