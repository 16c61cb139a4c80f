import { type RefusalCode, UserError } from './errors';
import type { Person } from './person';

/** Acts, with the lowest role that may do each. Administrators include sales, and sales include coordinators. */
const NEEDS = {
  /** Manage products, courses and roles. */
  products: 'admin',
  courses: 'admin',
  roles: 'admin',
  /** See the health of the service. */
  health: 'admin',
  /** Manage customers and their coordinators. */
  customers: 'sales',
  generate: 'sales',
  cancel: 'sales',
  /** Answer requests for seats or access. */
  answer: 'sales',
  /** Coordinators: their own customers only. Sales: all. */
  list: 'coordinator',
  assign: 'coordinator',
  release: 'coordinator',
  remind: 'coordinator',
  ask: 'coordinator',
} as const satisfies Record<string, 'admin' | 'sales' | 'coordinator'>;

export type Act = keyof typeof NEEDS;
export const ACTS = Object.keys(NEEDS) as Act[];

/** What an act concerns. Without a customer: any customer. Without a product: any of the customer's products. */
export interface Subject {
  customerId?: number;
  productId?: number;
}

/** The only place that decides permissions. */
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

/** Ids of the customer's products that the person may see and assign; undefined means all. */
export function productsOf(person: Person, customerId: number): readonly number[] | undefined {
  const { products = [] } = (person.sales ? undefined : person.coordinates?.get(customerId)) ?? {};
  return products.length > 0 ? products : undefined;
}

/** Throws UserError when `can` is false. The refusal never reveals whether another customer's things exist. */
export function demand(person: Person, act: Act, subject: Subject = {}): void {
  if (can(person, act, subject)) return;
  throw new UserError({ code: refusalOf(person, act) });
}

function refusalOf(person: Person, act: Act): RefusalCode {
  if (!person.sales && person.customers.length === 0) return 'access.nobody';
  if (NEEDS[act] === 'admin') return 'access.admin_only';
  return NEEDS[act] === 'sales' ? 'access.sales_only' : 'access.not_yours';
}
