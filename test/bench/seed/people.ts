import type { Person } from '../../../src/core/person';

export const TEAM = 'T0BENCH0001';

export const SALES: Person = { teamId: TEAM, userId: 'U0SALES0001', admin: false, sales: true, customers: [] };

/** Every customer has one coordinator and one channel, with the customer's number. */
export function coordinatorOf(customerId: number): Person {
  return { teamId: TEAM, userId: `U${padded(customerId)}`, admin: false, sales: false, customers: [customerId] };
}

export function channelOf(customerId: number): string {
  return `C${padded(customerId)}`;
}

export function customerCode(customerId: number): string {
  return `CUSTOMER-${customerId}`;
}

function padded(id: number): string {
  return String(id).padStart(10, '0');
}
