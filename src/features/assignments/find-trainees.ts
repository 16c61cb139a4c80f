import type { Person } from '../../core/person';
import type { Trainee } from '../../core/trainee';
import type { Database } from '../../database/database';
import { customerFor, type Hint } from '../orders/find-customer-for';
import { searchTrainees } from './trainees.sql';

/** The customer's trainees, by name or address; one less than a list holds, which leaves a place for a new one. */
export async function findTrainees(db: Database, hint: Hint, typed: string, by: Person): Promise<Trainee[]> {
  const customer = await customerFor(db, hint, by, 'assign');
  return customer ? searchTrainees(db, customer.id, typed) : [];
}
