import { emailKey } from '../../core/email';
import { searchKey } from '../../core/text';
import type { NewTrainee, Trainee } from '../../core/trainee';
import type { Database } from '../../database/database';
import { MAX_FOUND, matchingWords, wordsOf } from '../../database/search';
import type { TraineeRow } from '../../database/tables';
import { BY_NAME, FIRST_BY_NAME, firstByName, hasLongList, someIndexed } from './lists/trainee-index.sql';

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

/**
 * The first of the customer's trainees who match, by name; one fewer than a select holds. In a long list, of more matches
 * than that some others may be left out than the last ones.
 */
export async function searchTrainees(db: Database, customerId: number, search: string): Promise<Trainee[]> {
  const most = MAX_FOUND - 1;
  const isAnything = wordsOf(search).length === 0;
  const start = db(firstByName(db, customerId, isAnything ? most : FIRST_BY_NAME));
  const first = await matchingWords(start, 'trainees.search_key', search).orderByRaw(BY_NAME).limit(most);
  if (isAnything || first.length === most || !(await hasLongList(db, customerId))) return first.map(fromRow);
  const known = new Set(first.map(({ id }) => id));
  const others = (await someIndexed(db, customerId, search, MAX_INDEXED)).filter(({ id }) => !known.has(id));
  return [...first, ...others].slice(0, most).map(fromRow);
}

/** Enough to fill a select with the first by name, unless there are many more. */
const MAX_INDEXED = 200;

export async function hasTrainees(db: Database, customerId: number): Promise<boolean> {
  return (await db('trainees').where({ customer_id: customerId }).first('id')) !== undefined;
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
