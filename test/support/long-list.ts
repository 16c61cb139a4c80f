import { searchKey } from '../../src/core/text';
import type { Database } from '../../src/database/database';
import { sells } from './people';

/** More than the product reads at once. */
export const MANY = 2_300;
const FIRST_NAMES = ['Ada', 'Li', 'Édith', 'Mary Ann', 'Xiuying'];
const LAST_NAMES = [
  'Lovelace',
  'Borg',
  'de la Cruz',
  'Ng',
  "o'Neil",
  'Wu',
  'Łukasik',
  'Zuse',
  '100% Real',
  'Under_Score',
];

/** Gives Acme many seats, each with a trainee of its own, and one trainee without a seat. Returns the order's id. */
export async function hasManyTrainees(db: Database): Promise<number> {
  const { id: orderId, customer } = await sells(db, { quantity: MANY });
  const [course] = await db('courses').where({ shortname: 'EXCEL-1' });
  const trainees = Array.from({ length: MANY + 1 }, (_, index) => ({
    customer_id: customer.id,
    ...personNumber(index),
  }));
  await db.batchInsert('trainees', trainees, 100);
  const ids = await db('trainees').orderBy('id').pluck('id');
  const seats = await db('seats').where({ order_id: orderId }).orderBy('id').pluck('id');
  const assignments = seats.map((seatId, index) => ({
    customer_id: customer.id,
    order_id: orderId,
    seat_id: seatId,
    trainee_id: ids[index] ?? 0,
    course_id: course?.id ?? 0,
    role: 'student',
    start_date: '2026-03-02',
    assigned_at: '2026-03-02T08:00:00.000Z',
  }));
  await db.batchInsert('assignments', assignments, 100);
  await db('seats').where({ order_id: orderId }).update({ state: 'assigned' });
  return orderId;
}

function personNumber(index: number) {
  const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
  const last = LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length] ?? '';
  const email = `person${index}@example.com`;
  return { first_name: first, last_name: last, email, search_key: searchKey(first, last, email) };
}
