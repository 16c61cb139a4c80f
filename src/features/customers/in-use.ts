import type { Customer } from '../../core/customer';
import { UserError } from '../../core/errors';
import type { Database } from '../../database/database';
import { missingEssentials } from './essentials.sql';

/** Where there is nobody to sell to, there is nobody to choose. */
export async function demandCustomers(db: Database): Promise<void> {
  if ((await missingEssentials(db)).includes('customers')) throw new UserError({ code: 'customer.none' });
}

/** For whoever may know that there is such a customer. */
export function inUse(customer: Customer): Customer {
  if (!customer.archived) return customer;
  throw new UserError({ code: 'customer.archived', details: { customer: customer.name } });
}
