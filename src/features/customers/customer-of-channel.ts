import type { Customer } from '../../core/customer';
import type { Database } from '../../database/database';
import { findCustomerOfChannel } from './customers.sql';

/** The customer whose channel it is; undefined where there is none, or an archived one. */
export async function customerOfChannel(db: Database, channel: string | undefined): Promise<Customer | undefined> {
  const customer = channel ? await findCustomerOfChannel(db, channel) : undefined;
  return customer?.archived ? undefined : customer;
}
