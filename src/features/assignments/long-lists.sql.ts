import type { Database } from '../../database/database';
import type { Derived } from '../../database/query';
import { matchingWords } from '../../database/search';
import type { TraineeRow } from '../../database/tables';
import type { PoolScope } from '../orders/pools.sql';
import type { Place } from './list-mark';
import { FIRST_NAME, firstByName, hasLongList, indexedTrainees, LAST_NAME } from './trainee-index.sql';

// A customer's assigned seats where they are too many to read them all: through the index of names, or that of letters.

/** An assigned seat and its place in the list, which is sorted by name, then by trainee and course. */
export interface Placed {
  id: number;
  trainee: number;
  course: number;
}

type End = 'start' | 'end';

/** Seats from one end of the list, in the list's order. An offset costs as much as reading the seats that it skips. */
export async function seatsFrom(
  db: Database,
  scope: PoolScope,
  end: End,
  { size, offset }: { size: number; offset: number },
): Promise<Placed[]> {
  const seats = sorted(active(db, everyone(db, scope), scope), end)
    .limit(size)
    .offset(offset);
  return inOrder(await seats, end);
}

/** Seats just after or before a place, in the list's order. Undefined when that trainee is unknown. */
export async function seatsBeside(
  db: Database,
  scope: PoolScope,
  { side, trainee, course }: Place,
  size: number,
): Promise<Placed[] | undefined> {
  const [at] = await db(everyone(db, scope))
    .where('trainees.id', trainee)
    .select<{ last: string; first: string }>(db.raw(`${LAST_NAME} as last, ${FIRST_NAME} as first`));
  if (!at) return undefined;
  const [sign, end] = side === 'after' ? (['>', 'start'] as const) : (['<', 'end'] as const);
  // One after the other, because SQLite finds no place in an index by several columns at once.
  const ranges: [string, unknown[]][] = [
    [
      `${LAST_NAME} = ? and ${FIRST_NAME} = ? and trainees.id = ? and course_id ${sign} ?`,
      [at.last, at.first, trainee, course],
    ],
    [`${LAST_NAME} = ? and ${FIRST_NAME} = ? and trainees.id ${sign} ?`, [at.last, at.first, trainee]],
    [`${LAST_NAME} = ? and ${FIRST_NAME} ${sign} ?`, [at.last, at.first]],
    [`${LAST_NAME} ${sign} ?`, [at.last]],
  ];
  const seats: Placed[] = [];
  for (const [range, bindings] of ranges) {
    if (seats.length === size) break;
    const query = active(db, everyone(db, scope), scope).whereRaw(range, bindings);
    seats.push(...(await sorted(query, end).limit(size - seats.length)));
  }
  return inOrder(seats, end);
}

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
  const start = active(db, firstByName(db, scope.customerId), scope);
  const seats: Placed[] = await sorted(matchingWords(start, 'trainees.search_key', search)).limit(most + 1);
  if (seats.length <= most && (await hasLongList(db, scope.customerId))) {
    const some = active(db, indexedTrainees(db, scope.customerId, search), scope)
      .select('trainees.last_name', 'trainees.first_name')
      .limit(most + 1);
    const known = new Set(seats.map(({ id }) => id));
    const others = await db(some.as('trainees')).orderByRaw(`${LAST_NAME}, ${FIRST_NAME}, trainee, course`);
    seats.push(...others.filter(({ id }) => !known.has(id)));
  }
  return { seats: seats.slice(0, most), isCut: seats.length > most };
}

function everyone(db: Database, { customerId }: PoolScope): Derived<{ trainees: TraineeRow }> {
  return db('trainees').where({ customer_id: customerId }).as('trainees');
}

function active(db: Database, trainees: Derived<{ trainees: TraineeRow }>, scope: PoolScope) {
  const query = db(trainees)
    .join('assignments', 'assignments.trainee_id', 'trainees.id')
    .whereNull('assignments.ended_at')
    .select({ id: 'assignments.id', trainee: 'trainees.id', course: 'assignments.course_id' });
  const { customerId, products } = scope;
  if (!products) return query;
  const orders = db('orders')
    .where({ customer_id: customerId })
    .whereIn('product_id', [...products]);
  return query.whereIn('assignments.order_id', orders.select('id'));
}

function sorted<Q extends { orderByRaw(sql: string): Q }>(query: Q, end: End = 'start'): Q {
  const columns = [LAST_NAME, FIRST_NAME, 'trainees.id', 'assignments.course_id'];
  return query.orderByRaw(columns.map((column) => (end === 'start' ? column : `${column} desc`)).join());
}

function inOrder(seats: Placed[], end: End): Placed[] {
  return end === 'start' ? seats : [...seats].reverse();
}
