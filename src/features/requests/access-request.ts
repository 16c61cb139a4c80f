import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { numberedReference } from '../../core/reference';
import type { Instant } from '../../core/time';

/** A request to become a coordinator of the customer that owns the channel. */
export interface AccessRequest {
  id: number;
  customer: Customer;
  askedAt: Instant;
  askedBy: Identity;
  /** Undefined while open. */
  answer: AccessAnswer | undefined;
}

export interface AccessAnswer {
  kind: 'approved' | 'declined';
  at: Instant;
  /** Undefined when the request settled itself: the person had already become a coordinator. */
  by: Identity | undefined;
}

export const { write: accessReference, parse: parseAccessReference } = numberedReference('access');
