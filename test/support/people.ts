import type { Identity } from '../../src/core/identity';
import type { Person } from '../../src/core/person';
import type { Database } from '../../src/database/database';
import { type AssignForm, assignSeat } from '../../src/features/assignments/assign-seat';
import { type GenerateForm, generateSeats } from '../../src/features/orders/generate-seats';
import { NO_APPOINTMENT, personOf } from '../../src/features/roles/resolve-person';
import { USUAL_ROLES } from '../../src/moodle/moodle-role';
import { at } from './time';

export const ada: Identity = { teamId: 'T000000001', userId: 'U0ADA000001' };
export const sonia: Identity = { teamId: 'T000000001', userId: 'U0SONIA0001' };
export const claire: Identity = { teamId: 'T000000001', userId: 'U0CLAIRE001' };
export const colleague: Identity = { teamId: 'T000000001', userId: 'U0CARLOS001' };
export const gus: Identity = { teamId: 'T0GLOBEX001', userId: 'U0GUS000001' };

export const sales: Person = { ...sonia, admin: false, sales: true, customers: [] };
export const admin: Person = { ...ada, admin: true, sales: true, customers: [] };
export const MORNING = at('2026-03-02T09:00:00Z');

export function coordinator(db: Database, identity: Identity, now = MORNING): Promise<Person> {
  return personOf(db, identity, NO_APPOINTMENT, now);
}

/** Generates seats as sales; by default one Excel for Acme. */
export function sells(db: Database, wish: Partial<GenerateForm> = {}, now = MORNING) {
  const form = { customer: 'ACME', product: 'EXCEL-SEAT', quantity: 1, externalReference: undefined };
  return generateSeats(db, { ...form, assignBy: undefined, ...wish }, sales, { now, roles: USUAL_ROLES });
}

/**
 * Assigns a seat to a new trainee; by default Claire assigns one of Acme in Excel basics. `by` is another coordinator.
 */
export async function assigns(
  db: Database,
  { by: asker, enrols = false, ...wish }: Partial<AssignForm> & { by?: Person; enrols?: boolean } = {},
  now = MORNING,
  submission?: string,
) {
  const form = { customer: 'ACME', pool: undefined, course: 'EXCEL-1', trainee: aTrainee() };
  const by = asker ?? (await coordinator(db, wish.customer === 'GLOBEX' ? gus : claire));
  return assignSeat(db, { ...form, start: undefined, end: undefined, ...wish }, by, now, submission, { enrols });
}

let trainees = 0;

/** A new trainee, with an address not used before. No number stands alone in it, which a test could take for a count. */
export function aTrainee() {
  trainees += 1;
  return { firstName: 'Alice', lastName: `Number${trainees}`, email: `alice${trainees}@example.com` };
}

/** The refusal's code, for `expect`. Throws when nothing was refused. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => new Error('nothing was refused'),
    (reason: Error) => reason,
  );
  if (error.name !== 'UserError') throw error;
  return error.message;
}
