import type { Person } from '../../core/person';
import type { Trainee } from '../../core/trainee';
import type { Database } from '../../database/database';
import { customerFor, type Hint } from '../orders/find-customer-for';
import { searchTrainees } from './trainees.sql';

/** The customer's trainees by name or address. One fewer than a select holds leaves room for a new one. */
export async function findTrainees(db: Database, hint: Hint, search: string, by: Person): Promise<Trainee[]> {
  const customer = await customerFor(db, hint, by, 'assign');
  return customer ? searchTrainees(db, customer.id, search) : [];
}
