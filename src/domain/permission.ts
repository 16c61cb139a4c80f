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
  remind: 'coordinator',
  ask: 'coordinator',
} as const satisfies Record<string, 'admin' | 'sales' | 'coordinator'>;

export type Act = keyof typeof NEEDS;
export const ACTS = Object.keys(NEEDS) as Act[];

/** The only place that decides who may do what; `customerId` undefined asks about any customer at all. */
export function can(person: Person, act: Act, customerId?: number): boolean {
  if (person.admin) return true;
  if (NEEDS[act] === 'admin') return false;
  if (person.sales) return true;
  if (NEEDS[act] === 'sales') return false;
  return customerId === undefined ? person.customers.length > 0 : person.customers.includes(customerId);
}

/** Throws the refusal that fits; it never tells whether another customer's things exist. */
export function demand(person: Person, act: Act, customerId?: number): void {
  if (can(person, act, customerId)) return;
  throw new UserError({ code: refusalOf(person, act) });
}

function refusalOf(person: Person, act: Act): RefusalCode {
  if (!person.sales && person.customers.length === 0) return 'access.nobody';
  if (NEEDS[act] === 'admin') return 'access.admin_only';
  return NEEDS[act] === 'sales' ? 'access.sales_only' : 'access.not_yours';
}
