import { type RefusalCode, UserError } from './errors';
import type { Person } from './person';

/** What people do, and who may at least: administrators may do whatever sales may, sales whatever coordinators may. */
const NEEDS = {
  /** Keep products, courses, and who has which role. */
  products: 'admin',
  courses: 'admin',
  roles: 'admin',
  /** See whether everything runs. */
  health: 'admin',
  /** Keep customers and their coordinators. */
  customers: 'sales',
  generate: 'sales',
  cancel: 'sales',
  /** Requests for seats or access. */
  answer: 'sales',
  /** Coordinators for their own customers, sales for all. */
  list: 'coordinator',
  assign: 'coordinator',
  release: 'coordinator',
  remind: 'coordinator',
  ask: 'coordinator',
} as const satisfies Record<string, 'admin' | 'sales' | 'coordinator'>;

export type Act = keyof typeof NEEDS;
export const ACTS = Object.keys(NEEDS) as Act[];

/** What it is done to; without a customer it asks about any at all, without a product about any of the customer's. */
export interface Subject {
  customerId?: number;
  productId?: number;
}

/** The only place that decides who may do what. */
export function can(person: Person, act: Act, { customerId, productId }: Subject = {}): boolean {
  if (person.admin) return true;
  if (NEEDS[act] === 'admin') return false;
  if (person.sales) return true;
  if (NEEDS[act] === 'sales') return false;
  if (customerId === undefined) return person.customers.length > 0;
  if (!person.customers.includes(customerId)) return false;
  const products = productsOf(person, customerId);
  return productId === undefined || products === undefined || products.includes(productId);
}

/** Ids of the only products of the customer that the person may see and assign; undefined: all. */
export function productsOf(person: Person, customerId: number): readonly number[] | undefined {
  const { products = [] } = (person.sales ? undefined : person.coordinates?.get(customerId)) ?? {};
  return products.length > 0 ? products : undefined;
}

/** Throws the refusal that fits; it never tells whether another customer's things exist. */
export function demand(person: Person, act: Act, subject: Subject = {}): void {
  if (can(person, act, subject)) return;
  throw new UserError({ code: refusalOf(person, act) });
}

function refusalOf(person: Person, act: Act): RefusalCode {
  if (!person.sales && person.customers.length === 0) return 'access.nobody';
  if (NEEDS[act] === 'admin') return 'access.admin_only';
  return NEEDS[act] === 'sales' ? 'access.sales_only' : 'access.not_yours';
}
