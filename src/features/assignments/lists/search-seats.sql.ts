import { chunks } from '../../../database/chunks';
import type { Database } from '../../../database/database';
import { matchingWords } from '../../../database/search';
import type { PoolScope } from '../../orders/pools.sql';
import { type Placed, seatsOf } from './long-lists.sql';
import { BY_NAME, FIRST_BY_NAME, firstByName, hasLongList, someIndexed } from './trainee-index.sql';

/** Trainees taken from the index of letters, ten times as many while too few of them have seats. */
const FIRST_SIZE = 250;

/**
 * The seats of trainees whose name or address contains every word, sorted: all of them, or `most` of them and `isCut`.
 * Cut, they are the first by name where the words are common, and else any.
 */
export async function searchSeats(
  db: Database,
  scope: PoolScope,
  search: string,
  most: number,
): Promise<{ seats: Placed[]; isCut: boolean }> {
  const start = db(firstByName(db, scope.customerId)).orderByRaw(BY_NAME).limit(FIRST_BY_NAME);
  const first = await matchingWords(start, 'trainees.search_key', search).pluck('trainees.id');
  const seats = await firstSeatsOf(db, scope, first, most + 1);
  if (seats.length <= most && (await hasLongList(db, scope.customerId))) {
    const read = new Set(first);
    const others = await indexedSeats(db, scope, search, most + 1);
    seats.push(...others.filter(({ trainee }) => !read.has(trainee)));
  }
  return { seats: seats.slice(0, most), isCut: seats.length > most };
}

/** Sorted seats of trainees that the index of letters finds: of all of them, or `most` of any. */
async function indexedSeats(db: Database, scope: PoolScope, search: string, most: number): Promise<Placed[]> {
  for (let size = FIRST_SIZE; ; size *= 10) {
    const found = await someIndexed(db, scope.customerId, search, size);
    const ids = found.map(({ id }) => id);
    const seats = await firstSeatsOf(db, scope, ids, most);
    if (seats.length >= most || ids.length < size) return seats;
  }
}

async function firstSeatsOf(db: Database, scope: PoolScope, ids: readonly number[], most: number): Promise<Placed[]> {
  const seats: Placed[] = [];
  for (const some of chunks(ids)) {
    if (seats.length >= most) break;
    seats.push(...(await seatsOf(db, scope, some)));
  }
  return seats;
}
