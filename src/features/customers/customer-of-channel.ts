import type { Customer } from '../../core/customer';
import type { Database } from '../../database/database';
import { findCustomerOfChannel } from './customers.sql';

/** The active customer that owns the channel. */
export async function customerOfChannel(db: Database, channel: string | undefined): Promise<Customer | undefined> {
  const customer = channel ? await findCustomerOfChannel(db, channel) : undefined;
  return customer?.archived ? undefined : customer;
}
