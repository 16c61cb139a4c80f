import { emailKey, isEmail } from '../../../core/email';
import type { Database } from '../../../database/database';
import type { Derived } from '../../../database/query';
import { containing, wordsOf } from '../../../database/search';
import type { TraineeRow } from '../../../database/tables';

// Searches among a million trainees read few of them. Those who come first by name are read one by one: they are enough
// for a small customer, and for words that many names contain. Beyond them, an index of every three letters of a name or
// an address finds rare words: FTS5 on SQLite, pg_trgm on PostgreSQL. Where PostgreSQL lacks it, the same query reads all.

/** Read one by one. A customer with more trainees than this has a long list. */
export const FIRST_BY_NAME = 500;

export const LAST_NAME = 'substr(trainees.last_name, 1, 100)';
export const FIRST_NAME = 'substr(trainees.first_name, 1, 100)';
/** The order of the index `trainees_by_name`. */
export const BY_NAME = `${LAST_NAME}, ${FIRST_NAME}, trainees.id`;
export const BY_NAME_BACKWARDS = `${LAST_NAME} desc, ${FIRST_NAME} desc, trainees.id desc`;

type Trainees = Derived<{ trainees: TraineeRow }>;

export function firstByName(db: Database, customerId: number, most = FIRST_BY_NAME): Trainees {
  return db('trainees').where({ customer_id: customerId }).orderByRaw(BY_NAME).limit(most).as('trainees');
}

/** The customer has more trainees than `firstByName` returns. */
export async function hasLongList(db: Database, customerId: number): Promise<boolean> {
  const beyond = db('trainees').where({ customer_id: customerId }).orderByRaw(BY_NAME).offset(FIRST_BY_NAME);
  return (await beyond.first('id')) !== undefined;
}

/**
 * The customer's trainees whose name or address contains every word, by name; of more than `most` of them, any. Words of
 * one or two letters alone are found only at the beginning of a word, and a complete address only as a whole.
 */
export async function someIndexed(
  db: Database,
  customerId: number,
  search: string,
  most: number,
): Promise<TraineeRow[]> {
  const address = emailKey(search);
  const owner = isEmail(address) && (await db('trainees').where({ customer_id: customerId, email: address }).first());
  if (owner) return [owner];
  const some = db(indexedTrainees(db, customerId, search)).limit(most);
  // Materialised, or SQLite sorts all of them before it takes some.
  const found = db.withMaterialized('found', some.select('trainees.*')).from('found');
  return found.orderByRaw(BY_NAME.replaceAll('trainees.', ''));
}

function indexedTrainees(db: Database, customerId: number, search: string): Trainees {
  const words = wordsOf(search);
  const isShort = words.every((word) => [...word].length < LETTERS);
  const patterns = words.map((word) => containing(isShort ? ` ${word}` : word));
  const matches = patterns.map(() => "(' ' || trainees.search_key) like ? escape '\\'").join(' and ');
  if (db.client.config.client === 'pg') {
    const sql = `(select * from trainees where customer_id = ? and ${matches}) as trainees`;
    return db.raw(sql, [customerId, ...patterns]);
  }
  const phrases = isShort ? words.map((word) => ` ${word}`.padStart(LETTERS)) : words.flatMap(threes);
  const match = phrases.slice(0, MAX_PHRASES).map((phrase) => `"${phrase.replaceAll('"', '""')}"`);
  // A cross join, so that SQLite begins with the index of letters.
  return db.raw(
    `(select trainees.* from trainee_search cross join trainees on trainees.id = trainee_search.rowid - ${ROWS} * ?
      where trainee_search match ? and trainee_search.rowid between ${ROWS} * ? and ${ROWS} * ? + ${ROWS - 1}
      and ${matches}) as trainees`,
    [customerId, match.join(' '), customerId, customerId, ...patterns],
  );
}

/** The index knows groups of three letters. */
const LETTERS = 3;
/** More narrow a search no further. */
const MAX_PHRASES = 24;
/** Row numbers that the index has for each customer. */
const ROWS = 2 ** 32;

/**
 * The word in pieces of three letters, of which the last one may overlap: the fewer, the quicker they are compared.
 * Leaves out what follows the `@` of an address, which many have in common.
 */
function threes(word: string): string[] {
  const beforeHost = word.slice(0, word.indexOf('@') + 1);
  const letters = [...(beforeHost.length < LETTERS ? word : beforeHost)];
  const pieces = [];
  for (let at = 0; at < letters.length; at += LETTERS) {
    pieces.push(
      letters
        .slice(Math.min(at, letters.length - LETTERS))
        .slice(0, LETTERS)
        .join(''),
    );
  }
  return letters.length < LETTERS ? [] : pieces;
}
