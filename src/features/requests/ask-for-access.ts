import type { Customer } from '../../core/customer';
import { type RefusalCode, UserError } from '../../core/errors';
import { can } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { findCustomerOfChannel } from '../customers/customers.sql';
import { accessReference } from './access-request';
import { insertAccessRequest } from './access-requests.sql';
import { accessAsked } from './request-changes';

/** Refusals that access as a coordinator may resolve. */
const RESOLVABLE: readonly (RefusalCode | undefined)[] = [
  'access.nobody',
  'access.not_yours',
  'order.unknown',
  'customer.unknown',
];

/** The channel's customer, if the person has no access to it. Only a customer's channel offers to ask for access. */
export async function customerToAskFor(
  db: Database,
  channel: string | undefined,
  person: Person,
): Promise<Customer | undefined> {
  const customer = channel ? await findCustomerOfChannel(db, channel) : undefined;
  return customer && !can(person, 'list', { customerId: customer.id }) ? customer : undefined;
}

/** The customer to which access would resolve the refusal; undefined if none. */
export async function accessThatHelps(
  db: Database,
  error: unknown,
  channel: string | undefined,
  person: Person,
): Promise<Customer | undefined> {
  if (!(error instanceof UserError) || !error.refusals.every(({ code }) => RESOLVABLE.includes(code))) return undefined;
  return customerToAskFor(db, channel, person);
}

interface AccessAsked {
  kind: 'asked' | 'asked_before' | 'has_it';
  customer: Customer;
}

/**
 * Asks sales to make the person a coordinator of the channel's customer. Throws UserError when the button names another
 * customer: the channel may have a new owner, and values can be forged.
 */
export async function askForAccess(
  db: Database,
  { channel, named }: { channel: string | undefined; named: string },
  by: Person,
  now: Now,
): Promise<AccessAsked> {
  return db.transaction(async (tx) => {
    const customer = channel ? await findCustomerOfChannel(tx, channel) : undefined;
    if (customer?.code !== named) throw new UserError({ code: 'form.stale' });
    if (can(by, 'list', { customerId: customer.id })) return { kind: 'has_it', customer };
    const at = toInstant(now);
    const id = await insertAccessRequest(tx, { customerId: customer.id, by, at });
    if (id === undefined) return { kind: 'asked_before', customer };
    const details = { subject: accessReference(id), customerId: customer.id, after: { customer: customer.code } };
    await record(tx, by, now, accessAsked(details, { id }));
    return { kind: 'asked', customer };
  });
}
