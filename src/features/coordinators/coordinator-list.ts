import type { CoordinatorCard } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import type { Invitation } from './invitation';

/** One page of a customer's coordinators and open invitations. */
export interface CoordinatorList {
  customer: Customer;
  page: number;
  pages: number;
  cards: readonly CoordinatorCard[];
  invitations: readonly Invitation[];
}
