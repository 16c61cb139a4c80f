import type { Database } from '../database/database';
import type { Course } from '../features/courses/course';
import { findCourse } from '../features/courses/courses.sql';
import { findCustomer, findCustomerOfChannel, getCustomer } from '../features/customers/customers.sql';
import { missingEssentials } from '../features/home/essentials.sql';
import type { Order } from '../features/orders/order';
import { findOrder } from '../features/orders/orders.sql';
import type { PoolScope } from '../features/orders/pools.sql';
import type { Customer } from './customer';
import { UserError } from './errors';
import { type Act, can, demand, productsOf } from './permission';
import type { Person } from './person';
import { type Now, today } from './time';

/** The order, if this person may do that with it. An order of another customer is refused as if it did not exist. */
export async function orderFor(db: Database, reference: string, person: Person, act: Act): Promise<Order> {
  demand(person, 'list');
  const order = await findOrder(db, reference);
  const subject = order && { customerId: order.customer.id, productId: order.product.id };
  if (!subject || !can(person, 'list', subject)) throw new UserError({ code: 'order.unknown', field: 'pool' });
  demand(person, act, subject);
  return { ...order, customer: inUse(order.customer) };
}

/** What a request says about whose seats it means. None of it is trusted, each is checked. */
export interface Hint {
  pool?: string | undefined;
  customer?: string | undefined;
  channel?: string | undefined;
}

/**
 * The customer that a request is about: the pool's, else the one named, else the channel's, else the only one this
 * person coordinates. Undefined when they have to choose.
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

/** Where there is nobody to sell to, there is nobody to choose. */
export async function demandCustomers(db: Database): Promise<void> {
  if ((await missingEssentials(db)).includes('customers')) throw new UserError({ code: 'customer.none' });
}

/** For whoever may know that there is such a customer. */
export function inUse(customer: Customer): Customer {
  if (!customer.archived) return customer;
  throw new UserError({ code: 'customer.archived', details: { customer: customer.name } });
}

/** The customer that a request is about, where there is nothing left to choose. */
export async function theCustomerFor(db: Database, hint: Hint, person: Person, act: Act): Promise<Customer> {
  const customer = await customerFor(db, hint, person, act);
  if (!customer) throw new UserError({ code: 'customer.unknown', field: 'customer' });
  return customer;
}

/** The customer's pools that the person may see, as of now. */
export function poolsFor(person: Person, customer: Customer, now: Now): PoolScope {
  const day = today(now, customer.timezone);
  return { customerId: customer.id, day, products: productsOf(person, customer.id) };
}

/** A course that somebody can be enrolled in now. */
export async function openCourse(db: Database, shortname: string): Promise<Course> {
  const course = await findCourse(db, shortname);
  if (!course) throw new UserError({ code: 'course.unknown', field: 'course', details: { course: shortname } });
  if (course.open) return course;
  // Which Moodle's people can put right, if they are told.
  const code = course.closedBecause === 'no_enrolment' ? 'course.no_enrolment' : 'course.closed';
  throw new UserError({ code, field: 'course', details: { course: course.name } });
}
