import type { Customer } from '../../core/customer';
import { UserError } from '../../core/errors';
import type { Database } from '../../database/database';
import { missingSetupSteps } from './setup-checklist.sql';

/** Throws UserError when there is no customer to choose. */
export async function demandCustomers(db: Database): Promise<void> {
  if ((await missingSetupSteps(db)).includes('customers')) throw new UserError({ code: 'customer.none' });
}

/** Throws UserError when the customer is archived. Caller must already be authorised to see the customer. */
export function inUse(customer: Customer): Customer {
  if (!customer.archived) return customer;
  throw new UserError({ code: 'customer.archived', details: { customer: customer.name } });
}
