import type { Customer } from '../../core/customer';
import { type Act, demand } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Database } from '../../database/database';
import { findCustomerOfChannel, searchCustomers } from './customers.sql';

/** The customers for which this person may act, by name or code; at most 100. */
export async function findCustomers(db: Database, search: string, by: Person, act: Act): Promise<Customer[]> {
  demand(by, act);
  return searchCustomers(db, search, by.sales ? undefined : by.customers);
}

/** The active customer that owns the channel. */
export async function customerOfChannel(db: Database, channel: string | undefined): Promise<Customer | undefined> {
  const customer = channel ? await findCustomerOfChannel(db, channel) : undefined;
  return customer?.archived ? undefined : customer;
}
