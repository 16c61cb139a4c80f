import type { Coordinator } from './coordinator';
import type { Identity } from './identity';

export const ROLES = ['admin', 'sales'] as const;
export type Role = (typeof ROLES)[number];

/** A person with their permissions, loaded anew for every request. */
export interface Person extends Identity {
  admin: boolean;
  /** Always true for administrators. */
  sales: boolean;
  /** Ids of the customers that this person coordinates, as coordinator or delegate. */
  customers: readonly number[];
  /** By customer id: the coordinator whose rights apply, the person's own or a delegator's, with the limits. */
  coordinates?: ReadonlyMap<number, Coordinator>;
}

/** A person's Slack profile, for their Moodle account. Never stored. */
export interface Profile {
  email: string;
  firstName: string;
  lastName: string;
}

/** The result of looking up a chosen user id; `silent` when Slack does not answer. */
export type Identified = { kind: 'person'; person: Identity } | { kind: 'app' | 'unknown' | 'silent' };

/** The command line and jobs act as this person in the ledger. */
export const SYSTEM: Person = { teamId: 'system', userId: 'system', admin: true, sales: true, customers: [] };
