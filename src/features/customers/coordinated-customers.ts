import type { Customer } from '../../core/customer';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import { searchCustomers } from './customers.sql';

/** The customers whose coordinator the person is, by name; a hundred at most. */
export async function coordinatedCustomers(db: Database, { customers }: Person): Promise<Customer[]> {
  return customers.length > 0 ? searchCustomers(db, '', customers) : [];
}
