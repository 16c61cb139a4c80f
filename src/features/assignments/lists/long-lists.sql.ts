import type { Database } from '../../../database/database';
import type { PoolScope } from '../../orders/pools.sql';
import type { Place } from './list-mark';
import { BY_NAME, BY_NAME_BACKWARDS, FIRST_NAME, LAST_NAME } from './trainee-index.sql';

// A customer's assigned seats where they are too many to read them all. All but a jump to the middle of the list read a
// few rows of one table through one index, which is the only way to run them, whatever a database believes of its tables.

/** An assigned seat and its place in the list, which is sorted by name, then by trainee and course. */
export interface Placed {
  id: number;
  trainee: number;
  course: number;
}

type End = 'start' | 'end';
/** A trainee's place in the index of names. */
interface Named {
  id: number;
  last: string;
  first: string;
}

/** Trainees read at once: a page and a few without seats. Doubles while there are many without. */
const AT_ONCE = 32;
const MOST_AT_ONCE = 400;
/** Seats to walk past; beyond, the database skips them in one statement. */
const MAX_WALK = 2_000;

/** Seats from one end of the list, in the list's order. Far from it, reads the seats that `offset` skips, too. */
export async function seatsFrom(
  db: Database,
  scope: PoolScope,
  end: End,
  { size, offset }: { size: number; offset: number },
): Promise<Placed[]> {
  if (offset > MAX_WALK) return inOrder(await jump(db, scope, end, { size, offset }), end);
  const seats = await walk(db, scope, { end, most: offset + size });
  return inOrder(seats.slice(offset), end);
}

async function jump(db: Database, scope: PoolScope, end: End, { size, offset }: { size: number; offset: number }) {
  const order = end === 'start' ? `${BY_NAME}, course_id` : `${BY_NAME_BACKWARDS}, course_id desc`;
  return active(db, scope)
    .join('trainees', 'trainees.id', 'assignments.trainee_id')
    .where('trainees.customer_id', scope.customerId)
    .orderByRaw(order)
    .limit(size)
    .offset(offset)
    .select({ id: 'assignments.id', trainee: 'trainee_id', course: 'course_id' });
}

/** Seats just after or before a place, in the list's order. Undefined when that trainee is unknown. */
export async function seatsBeside(
  db: Database,
  scope: PoolScope,
  { side, trainee, course }: Place,
  size: number,
): Promise<Placed[] | undefined> {
  const end = side === 'after' ? 'start' : 'end';
  const [at] = await named(db, scope, end).where('trainees.id', trainee);
  if (!at) return undefined;
  const own = await seatsOf(db, scope, [at.id], end);
  const rest = own.filter((seat) => (side === 'after' ? seat.course > course : seat.course < course));
  const seats = [...rest, ...(await walk(db, scope, { end, most: size, from: at }))];
  return inOrder(seats.slice(0, size), end);
}

/** Seats of the trainees beyond `from`, in the order in which they stand from that end. */
async function walk(
  db: Database,
  scope: PoolScope,
  { end, most, from }: { end: End; most: number; from?: Named },
): Promise<Placed[]> {
  const seats: Placed[] = [];
  let last = from;
  for (let size = AT_ONCE; seats.length < most; size = Math.min(size * 2, MOST_AT_ONCE)) {
    const trainees = await beyond(db, scope, end, last, size);
    const ids = trainees.map(({ id }) => id);
    seats.push(...(await seatsOf(db, scope, ids, end)));
    last = trainees.at(-1);
    if (trainees.length < size) break;
  }
  return seats.slice(0, most);
}

/** One range of the index after the other, because SQLite finds no place in an index by several columns at once. */
async function beyond(db: Database, scope: PoolScope, end: End, at: Named | undefined, size: number) {
  if (!at) return named(db, scope, end).limit(size);
  const sign = end === 'start' ? '>' : '<';
  const ranges: [string, unknown[]][] = [
    [`${LAST_NAME} = ? and ${FIRST_NAME} = ? and trainees.id ${sign} ?`, [at.last, at.first, at.id]],
    [`${LAST_NAME} = ? and ${FIRST_NAME} ${sign} ?`, [at.last, at.first]],
    [`${LAST_NAME} ${sign} ?`, [at.last]],
  ];
  const trainees: Named[] = [];
  for (const [range, bindings] of ranges) {
    if (trainees.length === size) break;
    const query = named(db, scope, end).whereRaw(range, bindings);
    trainees.push(...(await query.limit(size - trainees.length)));
  }
  return trainees;
}

function named(db: Database, { customerId }: PoolScope, end: End) {
  return db('trainees')
    .where('trainees.customer_id', customerId)
    .orderByRaw(end === 'start' ? BY_NAME : BY_NAME_BACKWARDS)
    .select('trainees.id')
    .select<{ last: string; first: string }>(db.raw(`${LAST_NAME} as last, ${FIRST_NAME} as first`));
}

/** The assigned seats of these trainees, in the order of `ids`. */
export async function seatsOf(
  db: Database,
  scope: PoolScope,
  ids: readonly number[],
  end: End = 'start',
): Promise<Placed[]> {
  const rows = await active(db, scope)
    .whereIn('trainee_id', [...ids])
    .orderBy('course_id', end === 'start' ? 'asc' : 'desc')
    .select({ id: 'assignments.id', trainee: 'trainee_id', course: 'course_id' });
  const seats = new Map<number, Placed[]>();
  for (const row of rows) seats.set(row.trainee, [...(seats.get(row.trainee) ?? []), row]);
  return ids.flatMap((id) => seats.get(id) ?? []);
}

function active(db: Database, { customerId, products }: PoolScope) {
  const query = db('assignments').whereNull('ended_at');
  if (!products) return query;
  const orders = db('orders')
    .where({ customer_id: customerId })
    .whereIn('product_id', [...products]);
  return query.whereIn('order_id', orders.select('id'));
}

function inOrder(seats: Placed[], end: End): Placed[] {
  return end === 'start' ? seats : [...seats].reverse();
}
