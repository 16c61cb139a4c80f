import type { Customer } from '../../core/customer';
import { UserError } from '../../core/errors';
import { type Act, can, demand, productsOf } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Now, today } from '../../core/time';
import type { Database } from '../../database/database';
import { findCustomer, findCustomerOfChannel, getCustomer } from '../customers/customers.sql';
import { demandCustomers, inUse } from '../customers/in-use';
import type { Order } from './order';
import { findOrder } from './orders.sql';
import type { PoolScope } from './pools.sql';

/** Throws UserError unless the person may perform the act. Orders of other customers look unknown. */
export async function orderFor(db: Database, reference: string, person: Person, act: Act): Promise<Order> {
  demand(person, 'list');
  const order = await findOrder(db, reference);
  const subject = order && { customerId: order.customer.id, productId: order.product.id };
  if (!subject || !can(person, 'list', subject)) throw new UserError({ code: 'order.unknown', field: 'pool' });
  demand(person, act, subject);
  return { ...order, customer: inUse(order.customer) };
}

/** Hints in a request about the customer. Untrusted: each one is checked. */
export interface Hint {
  pool?: string | undefined;
  customer?: string | undefined;
  channel?: string | undefined;
}

/**
 * The customer of a request: the pool's, else the named one, else the channel's, else the only one the person
 * coordinates. Undefined when the person must choose.
 */
export async function customerFor(db: Database, hint: Hint, person: Person, act: Act): Promise<Customer | undefined> {
  if (hint.pool) return (await orderFor(db, hint.pool, person, act)).customer;
  demand(person, act);
  if (hint.customer) {
    const named = await findCustomer(db, hint.customer);
    if (!named || !can(person, act, { customerId: named.id }))
      throw new UserError({ code: 'customer.unknown', field: 'customer' });
    return inUse(named);
  }
  const ofChannel = hint.channel ? await findCustomerOfChannel(db, hint.channel) : undefined;
  if (ofChannel) {
    demand(person, act, { customerId: ofChannel.id });
    return inUse(ofChannel);
  }
  const [only, ...others] = person.customers;
  if (person.sales) await demandCustomers(db);
  return only !== undefined && others.length === 0 && !person.sales ? inUse(await getCustomer(db, only)) : undefined;
}

/** Throws UserError when the customer is still ambiguous. */
export async function theCustomerFor(db: Database, hint: Hint, person: Person, act: Act): Promise<Customer> {
  const customer = await customerFor(db, hint, person, act);
  if (!customer) throw new UserError({ code: 'customer.unknown', field: 'customer' });
  return customer;
}

/** Scope of the customer's pools that the person may see, today in the customer's zone. */
export function poolsFor(person: Person, customer: Customer, now: Now): PoolScope {
  const day = today(now, customer.timezone);
  return { customerId: customer.id, day, products: productsOf(person, customer.id) };
}
