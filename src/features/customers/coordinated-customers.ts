import type { Customer } from '../../core/customer';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import { searchCustomers } from './customers.sql';

/** The customers that the person coordinates, by name; at most 100. */
export async function coordinatedCustomers(db: Database, { customers }: Person): Promise<Customer[]> {
  return customers.length > 0 ? searchCustomers(db, '', customers) : [];
}
