import { UserError } from './errors';
import type { Person } from './person';

export type Act = 'generate' | 'cancel' | 'list' | 'assign';

/** The only place that decides who may do what; `customerId` undefined asks about any customer at all. */
export function can(person: Person, act: Act, customerId?: number): boolean {
  if (person.sales) return true;
  if (act === 'generate' || act === 'cancel') return false;
  return customerId === undefined ? person.customers.length > 0 : person.customers.includes(customerId);
}

/** Throws the refusal that fits; it never tells whether another customer's things exist. */
export function demand(person: Person, act: Act, customerId?: number): void {
  if (can(person, act, customerId)) return;
  if (person.customers.length === 0) throw new UserError({ code: 'access.nobody' });
  throw new UserError({ code: act === 'generate' || act === 'cancel' ? 'access.sales_only' : 'access.not_yours' });
}
