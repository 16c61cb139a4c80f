import { emailKey } from '../../core/email';
import { searchKey } from '../../core/text';
import type { NewTrainee, Trainee } from '../../core/trainee';
import type { Database } from '../../database/database';
import { MAX_FOUND, matchingWords } from '../../database/search';
import type { TraineeRow } from '../../database/tables';

/** Trainees of other customers look unknown. */
export async function findTrainee(db: Database, customerId: number, id: number): Promise<Trainee | undefined> {
  const row = await db('trainees').where({ id, customer_id: customerId }).first();
  return row && fromRow(row);
}

export async function findTraineeByEmail(db: Database, customerId: number, email: string) {
  const row = await db('trainees')
    .where({ customer_id: customerId, email: emailKey(email) })
    .first();
  return row && fromRow(row);
}

export async function searchTrainees(db: Database, customerId: number, search: string): Promise<Trainee[]> {
  const query = db('trainees')
    .where({ customer_id: customerId })
    .orderBy(['last_name', 'first_name', 'id'])
    .limit(MAX_FOUND - 1);
  return (await matchingWords(query, 'search_key', search)).map(fromRow);
}

/** Finds or creates the trainee with that address. Safe to run concurrently. */
export async function saveTrainee(db: Database, customerId: number, trainee: NewTrainee) {
  const row = {
    customer_id: customerId,
    email: trainee.email,
    first_name: trainee.firstName,
    last_name: trainee.lastName,
    search_key: searchKey(trainee.firstName, trainee.lastName, trainee.email),
  };
  const [saved] = await db('trainees').insert(row).onConflict(['customer_id', 'email']).ignore().returning('*');
  if (saved) return { trainee: fromRow(saved), isNew: true };
  const found = await findTraineeByEmail(db, customerId, trainee.email);
  if (!found) throw new Error('A trainee just saved was not found.');
  return { trainee: found, isNew: false };
}

function fromRow(row: TraineeRow): Trainee {
  return {
    id: row.id,
    customerId: row.customer_id,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
  };
}
