import type { Limits } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import { UserError } from '../../core/errors';
import type { Identify } from '../../core/identify';
import type { Identity } from '../../core/identity';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { parsePersonKey, personKey } from '../../outbox/outbox';
import { getCustomer } from '../customers/customers.sql';
import { theCustomerFor } from '../orders/find-customer-for';
import { findCoordinator, lockCoordinator } from './coordinators.sql';

/** Raw, untrusted input that names a customer's coordinator. */
export interface CoordinatorInput {
  customer: string | undefined;
  person: Identity | undefined;
}

/** The coordinator that a change affected. */
export interface EditedCoordinator {
  customer: Customer;
  person: Identity;
}

export interface EditContext {
  now: Now;
  identify: Identify;
}

/**
 * Throws UserError when the caller may not manage coordinators or the person is not a coordinator. `locked` blocks
 * concurrent changes until the transaction ends.
 */
export async function theCoordinator(
  tx: Database,
  input: CoordinatorInput,
  by: Person,
  { locked = false } = {},
): Promise<EditedCoordinator & { limits: Limits }> {
  const customer = await theCustomerFor(tx, { customer: input.customer }, by, 'customers');
  const { person } = input;
  if (locked && person) await lockCoordinator(tx, customer.id, person);
  const limits = person && (await findCoordinator(tx, customer.id, person));
  if (!person || !limits) throw new UserError({ code: 'coordinator.gone' });
  return { customer, person, limits };
}

export async function editOnce(
  db: Database,
  by: Person,
  now: Now,
  submission: string | undefined,
  change: (tx: Database) => Promise<EditedCoordinator>,
): Promise<EditedCoordinator> {
  return idempotent(db, submission, by, now, {
    run: async (tx) => {
      const { customer, person } = await change(tx);
      return `${customer.id}:${personKey(person)}`;
    },
    load: async (tx, result) => {
      const [id, key = ''] = result.split(':');
      return { customer: await getCustomer(tx, Number(id)), person: parsePersonKey(key) };
    },
  });
}
