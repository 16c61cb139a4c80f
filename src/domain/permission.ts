import { UserError } from './errors';
import type { Person } from './person';

export type Act =
  /** What only sales do. */
  | 'generate'
  | 'cancel'
  | 'answer'
  /** What coordinators do for their own customers, and sales for all. */
  | 'list'
  | 'assign'
  | 'remind'
  | 'ask';

const SALES_ONLY: readonly Act[] = ['generate', 'cancel', 'answer'];

/** The only place that decides who may do what; `customerId` undefined asks about any customer at all. */
export function can(person: Person, act: Act, customerId?: number): boolean {
  if (person.sales) return true;
  if (SALES_ONLY.includes(act)) return false;
  return customerId === undefined ? person.customers.length > 0 : person.customers.includes(customerId);
}

/** Throws the refusal that fits; it never tells whether another customer's things exist. */
export function demand(person: Person, act: Act, customerId?: number): void {
  if (can(person, act, customerId)) return;
  if (person.customers.length === 0) throw new UserError({ code: 'access.nobody' });
  throw new UserError({ code: SALES_ONLY.includes(act) ? 'access.sales_only' : 'access.not_yours' });
}
