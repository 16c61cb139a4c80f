import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { numberedReference } from '../../core/reference';
import type { Instant } from '../../core/time';
import type { Order } from '../orders/order';

export const MAX_SEATS_ASKED = 100_000;
export const MAX_WHY_LENGTH = 500;

/** A coordinator's request to sales for more seats. */
export interface SeatRequest {
  id: number;
  customer: Customer;
  product: Order['product'];
  /** Seats, not units of the product. */
  seats: number;
  reason: string;
  askedAt: Instant;
  askedBy: Identity;
  /** Undefined while open. */
  answer: RequestAnswer | undefined;
}

export type RequestAnswer = { by: Identity; at: Instant } & (
  | { kind: 'done'; order: string }
  | { kind: 'declined'; reason: string }
);

export const { write: requestReference, parse: parseRequestReference } = numberedReference('request');
