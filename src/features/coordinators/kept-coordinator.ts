import { theCustomerFor } from '../../core/access';
import type { Limits } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import { UserError } from '../../core/errors';
import type { Identify } from '../../core/identify';
import type { Identity, Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { type LedgerAction, record } from '../../database/ledger';
import { once } from '../../database/once';
import { enqueue, parsePersonKey, personKey } from '../../outbox/outbox';
import { getCustomer } from '../customers/customers.sql';
import { queueHome } from '../home/follow-homes';
import { findCoordinator } from './coordinators.sql';

/** A coordinator of a customer, as a request names them; none of it is trusted. */
export interface Whom {
  customer: string | undefined;
  person: Identity | undefined;
}

/** Whom a change was about. */
export interface Kept {
  customer: Customer;
  person: Identity;
}

export interface Asking {
  now: Now;
  identify: Identify;
}

/** Somebody whom the sales person may change, with the limits they have. */
export async function theCoordinator(tx: Database, whom: Whom, by: Person): Promise<Kept & { limits: Limits }> {
  const customer = await theCustomerFor(tx, { customer: whom.customer }, by, 'customers');
  const { person } = whom;
  const limits = person && (await findCoordinator(tx, customer.id, person));
  if (!person || !limits) throw new UserError({ code: 'coordinator.gone' });
  return { customer, person, limits };
}

export async function keptOnce(
  db: Database,
  by: Person,
  now: Now,
  submission: string | undefined,
  change: (tx: Database) => Promise<Kept>,
): Promise<Kept> {
  return once(db, submission, by, now, {
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

export async function note(
  tx: Database,
  { id, code }: Customer,
  action: LedgerAction,
  change: { before?: object; after?: object },
  by: Person,
  now: Now,
): Promise<void> {
  await record(tx, by, now, { action, subject: code, customerId: id, ...change });
}

/** What they may do now, or that it is nothing any more. */
export async function tell(tx: Database, { customer, person }: Kept, now: Now): Promise<void> {
  await enqueue(tx, { kind: 'coordinator.changed', subject: String(customer.id), to: person }, toInstant(now));
  await queueHome(tx, person, toInstant(now));
}
