import type { Coordinator } from './coordinator';
import type { Identity } from './identity';

export const ROLES = ['admin', 'sales'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody with the rights our own tables and settings give them, read afresh for every request. */
export interface Person extends Identity {
  admin: boolean;
  /** Administrators may do whatever sales may. */
  sales: boolean;
  /** Ids of the customers this person coordinates. */
  customers: readonly number[];
  /** Whose rights they have there, with their limits, by customer: their own, or delegated ones. */
  coordinates?: ReadonlyMap<number, Coordinator>;
}

/** What Slack tells of somebody, for their account in Moodle. Never kept. */
export interface Profile {
  email: string;
  firstName: string;
  lastName: string;
}

/** Who a user id is that somebody chose from a list; `silent` when Slack did not say. */
export type Identified = { kind: 'person'; person: Identity } | { kind: 'app' | 'unknown' | 'silent' };

/** The command line and jobs act under this name in the ledger. */
export const SYSTEM: Person = { teamId: 'system', userId: 'system', admin: true, sales: true, customers: [] };
