import type { CustomerAccount } from '../../core/customer';
import type { Identity } from '../../core/identity';
import type { NewestOrder } from './customer-orders.sql';

export interface CustomerLine {
  account: CustomerAccount;
  /** Seats assignable today, in the customer's time zone. */
  seatsLeft: number;
}

/** One page of all customers; archived customers sort last. */
export interface CustomerList {
  search: string;
  lines: CustomerLine[];
  /** Across all pages. */
  total: number;
  /** Zero-based. */
  page: number;
  pages: number;
}

/** A customer, as sales see it. */
export interface CustomerCard extends CustomerLine {
  coordinators: Identity[];
  lastOrder: NewestOrder | undefined;
}
