import type { Identity } from './identity';
import type { Day } from './time';

/** What a coordinator of a customer may do for it. */
export interface Limits {
  /** Ids of the only products they may see and assign; none: all. */
  products: readonly number[];
  /** Seats they may assign in one of the customer's months; undefined: as many as there are. */
  quota: number | undefined;
}

export interface Coordinator extends Identity, Limits {}

/** A coordinator lets another person, the delegate, act in their place, with the same limits. */
export interface Delegation {
  id: number;
  customerId: number;
  /** The coordinator, and the delegate. */
  of: Identity;
  to: Identity;
  /** Days of the customer, both included. */
  from: Day;
  until: Day;
  /** Before its time; what is over is merely past. */
  ended: boolean;
}

/** Limits with what people call their products. */
export interface NamedLimits {
  products: readonly ProductName[];
  quota: number | undefined;
}

/** A coordinator as they are shown. */
export interface CoordinatorCard extends NamedLimits {
  person: Identity;
  /** Seats assigned in their right in the customer's month, by themselves or by whoever stood in for them. */
  used: number;
  /** Delegations of now and later. */
  delegations: readonly Delegation[];
}

/** A product as people call it. */
export interface ProductName {
  id: number;
  code: string;
  name: string;
}

export const NO_LIMITS: Limits = { products: [], quota: undefined };
export const MAX_QUOTA = 1_000_000;
