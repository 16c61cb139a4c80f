import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { numberedReference } from '../../core/reference';
import type { Instant } from '../../core/time';

/** Somebody who wants to become a coordinator of the customer in whose channel they asked. */
export interface AccessRequest {
  id: number;
  customer: Customer;
  askedAt: Instant;
  askedBy: Identity;
  /** Undefined while it waits for sales. */
  answer: AccessAnswer | undefined;
}

export interface AccessAnswer {
  kind: 'approved' | 'declined';
  at: Instant;
  /** Undefined when nobody had to answer: they had become a coordinator meanwhile. */
  by: Identity | undefined;
}

export const { write: accessReference, parse: parseAccessReference } = numberedReference('access');
