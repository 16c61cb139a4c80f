import { customerFor, type Hint, orderFor, poolsFor } from '../core/access';
import type { Customer } from '../core/customer';
import { type Act, demand, productsOf } from '../core/permission';
import type { Person } from '../core/person';
import type { Now } from '../core/time';
import type { Database } from '../database/database';
import { assignmentFor } from '../features/assignments/seat-for';
import type { Trainee } from '../features/assignments/trainee';
import { searchTrainees } from '../features/assignments/trainees.sql';
import type { Course } from '../features/courses/course';
import { searchAssignableCourses, searchCoursesSoldFor, searchOpenCourses } from '../features/courses/courses.sql';
import { searchCustomers } from '../features/customers/customers.sql';
import { searchPools } from '../features/orders/pools.sql';
import type { Pool } from '../features/orders/seat';
import type { Product } from '../features/products/product';
import { searchProducts } from '../features/products/products.sql';

// What type-ahead lists offer: at most a hundred, by name or code, and nothing that the person may not see.

export async function findCustomers(db: Database, typed: string, by: Person, act: Act): Promise<Customer[]> {
  demand(by, act);
  return searchCustomers(db, typed, by.sales ? undefined : by.customers);
}

export async function findProducts(db: Database, typed: string, by: Person): Promise<Product[]> {
  demand(by, 'generate');
  return searchProducts(db, typed);
}

/** Only what the customer ever bought. */
export async function findProductsBought(db: Database, hint: Hint, typed: string, by: Person): Promise<Product[]> {
  const customer = await customerFor(db, hint, by, 'list');
  if (!customer) return [];
  return searchProducts(db, typed, { customerId: customer.id, only: productsOf(by, customer.id) });
}

export async function findPools(db: Database, hint: Hint, typed: string, by: Person, now: Now): Promise<Pool[]> {
  const customer = await customerFor(db, hint, by, 'assign');
  return customer ? searchPools(db, poolsFor(by, customer, now), typed) : [];
}

/** Exactly the open courses that the pool, or any of the customer's pools, allows. */
export async function findAssignableCourses(
  db: Database,
  hint: Hint,
  typed: string,
  by: Person,
  now: Now,
): Promise<Course[]> {
  const customer = await customerFor(db, hint, by, 'assign');
  if (!customer) return [];
  const orderId = hint.pool ? (await orderFor(db, hint.pool, by, 'assign')).id : undefined;
  return searchAssignableCourses(db, { ...poolsFor(by, customer, now), orderId }, typed);
}

/** The open courses that the seat's own order was sold for: no other seat of it need be left, nor its day to come. */
export async function findCoursesForSeat(db: Database, seat: string, typed: string, by: Person): Promise<Course[]> {
  const { order } = await assignmentFor(db, seat, by, 'assign');
  return searchCoursesSoldFor(db, order.id, typed);
}

/** Every open course; for whoever decides what is sold. */
export async function findOpenCourses(db: Database, typed: string, by: Person): Promise<Course[]> {
  demand(by, 'products');
  return searchOpenCourses(db, typed);
}

export async function findTrainees(db: Database, hint: Hint, typed: string, by: Person): Promise<Trainee[]> {
  const customer = await customerFor(db, hint, by, 'assign');
  return customer ? searchTrainees(db, customer.id, typed) : [];
}
