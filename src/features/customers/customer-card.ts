import type { CustomerAccount } from '../../core/customer';
import type { Identity } from '../../core/identity';
import type { NewestOrder } from './customer-orders.sql';

/** One line of the list of customers. */
export interface CustomerLine {
  account: CustomerAccount;
  /** Seats that can be assigned on the customer's own day. */
  seatsLeft: number;
}

/** One page of all customers, those that are archived last. */
export interface CustomerList {
  typed: string;
  lines: CustomerLine[];
  /** Of all pages. */
  total: number;
  /** From 0. */
  page: number;
  pages: number;
}

/** What sales see of one customer. */
export interface CustomerCard extends CustomerLine {
  coordinators: Identity[];
  lastOrder: NewestOrder | undefined;
}
