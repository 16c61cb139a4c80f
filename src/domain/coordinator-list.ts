import type { CoordinatorCard } from './coordinator';
import type { Customer } from './customer';
import type { Invitation } from './invitation';

/** One page of a customer's coordinators and of those who are invited to become one. */
export interface CoordinatorList {
  customer: Customer;
  page: number;
  pages: number;
  cards: readonly CoordinatorCard[];
  invitations: readonly Invitation[];
}
