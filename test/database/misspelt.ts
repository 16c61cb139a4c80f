import type { Database } from '../../src/database/database';
import { insertFrom } from '../../src/database/insert-from';
import { matchingWords } from '../../src/database/search';

// Every statement names a table or a column that does not exist, or gives a column a value of the wrong type. `npm run types`
// fails as soon as the compiler accepts one of them; the test beside this file compiles them without the expectations.

const WRONG = { custmer_id: 1, email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace', search_key: '' };
const LOOSE = { quota: 1, qouta: 2 };

export function misspeltTables(db: Database) {
  // @ts-expect-error
  db('custmers');
  // @ts-expect-error
  db('custmers as other');
  // @ts-expect-error
  db('orders').join('custmers', 'custmers.id', 'orders.customer_id');
  // @ts-expect-error
  db('orders').leftJoin('custmers', 'custmers.id', 'orders.customer_id');
  // @ts-expect-error
  db.batchInsert('custmers', [], 10);
  // @ts-expect-error
  db.with('live', db('seats').select('id')).from('life');
  // @ts-expect-error
  db.ref('custmers.id');
}

export function misspeltConditions(db: Database) {
  // @ts-expect-error
  db('orders').where({ custmer_id: 1 });
  // @ts-expect-error
  db('orders').where(WRONG);
  // @ts-expect-error
  db('orders').where('custmer_id', 1);
  // @ts-expect-error
  db('orders').where('custmer_id', '>', 1);
  // @ts-expect-error
  db('orders').where('order.customer_id', 1);
  // @ts-expect-error
  db('orders').where('orders.custmer_id', 1);
  // @ts-expect-error
  db('orders').where('customers.id', 1);
  // @ts-expect-error
  db('orders').where((either) => either.where({ id: 1 }).orWhere({ custmer_id: 1 }));
  // @ts-expect-error
  db('orders').whereNot({ custmer_id: 1 });
  // @ts-expect-error
  db('orders').whereNull('canceled_at');
  // @ts-expect-error
  db('orders').whereIn('custmer_id', [1]);
  // @ts-expect-error
  db('orders').whereIn(['id', 'custmer_id'], [[1, 2]]);
  // @ts-expect-error
  db('orders').whereBetween('asign_by', ['2026-03-02', '2026-03-03']);
  // @ts-expect-error
  db('orders').where({ id: 1 }).delete().where({ custmer_id: 1 });
}

export function misspeltColumns(db: Database) {
  // @ts-expect-error
  db('orders').select('custmer_id');
  // @ts-expect-error
  db('orders').select('id', 'orders.custmer_id');
  // @ts-expect-error
  db('orders').select({ customer: 'orders.custmer_id' });
  // @ts-expect-error
  db('orders').select('customers.*');
  // @ts-expect-error
  db('orders').first('custmer_id');
  // @ts-expect-error
  db('orders').distinct('custmer_id');
  // @ts-expect-error
  db('orders').pluck('custmer_id');
  // @ts-expect-error
  db('orders').count({ count: 'custmer_id' });
  // @ts-expect-error
  db('orders').max({ last: 'custmer_id' });
  // @ts-expect-error
  db('orders').groupBy('custmer_id');
  // @ts-expect-error
  db('orders').orderBy('custmer_id');
  // @ts-expect-error
  db('orders').orderBy(['id', 'custmer_id']);
  // @ts-expect-error
  db('orders').join('customers', 'customers.id', 'orders.custmer_id');
  // @ts-expect-error
  db('orders').join('customers', 'customers.di', 'orders.customer_id');
  // @ts-expect-error
  db('orders').join('customers', (join) => join.on('customers.di', 'orders.customer_id'));
  // @ts-expect-error
  db.ref('orders.custmer_id');
}

export async function misspeltResults(db: Database) {
  const rows = await db('orders').join('customers', 'customers.id', 'orders.customer_id').select('orders.id', 'name');
  const maybe = await db('orders').first();
  const left = await db('seats').leftJoin('assignments', 'assignments.seat_id', 'seats.id').select('course_id').first();
  return [
    // @ts-expect-error
    rows[0]?.custmer_id,
    // @ts-expect-error
    rows[0]?.code,
    // @ts-expect-error
    maybe.id,
    // @ts-expect-error
    left?.course_id.toFixed(),
  ];
}

export function misspeltChanges(db: Database) {
  // @ts-expect-error
  db('lanes').insert({ lane: '*', free: '' });
  // @ts-expect-error
  db('lanes').insert([{ lane: '*', free_att: '' }]);
  // @ts-expect-error
  db('trainees').insert(WRONG);
  // @ts-expect-error
  db('lanes').insert({ lane: '*' });
  // @ts-expect-error
  db('lanes').insert({ lane: '*', free_at: '' }).onConflict('land');
  // @ts-expect-error
  db('lanes').insert({ lane: '*', free_at: '' }).onConflict('lane').merge(['free']);
  // @ts-expect-error
  db('lanes').insert({ lane: '*', free_at: '' }).onConflict('lane').merge({ free: '' });
  // @ts-expect-error
  db('lanes').insert({ lane: '*', free_at: '' }).returning('id');
  // @ts-expect-error
  db('coordinators').update({ qouta: 1 });
  // @ts-expect-error
  db('coordinators').update(LOOSE);
  // @ts-expect-error
  db('coordinators').update({ quota: 1 }, ['id']);
}

export function misspeltHelpers(db: Database) {
  return [
    // @ts-expect-error
    insertFrom(db, 'expiry_alert', ['order_id'], db('orders').select('id'), 'order_id'),
    // @ts-expect-error
    insertFrom(db, 'expiry_alerts', ['order'], db('orders').select('id'), 'order_id'),
    // @ts-expect-error
    insertFrom(db, 'expiry_alerts', ['order_id'], db('orders').select('id'), 'order'),
    // @ts-expect-error
    matchingWords(db('customers'), 'serch_key', 'acme'),
    // @ts-expect-error
    db('seats').select('id').unionAll(db('orders').select('role')),
  ];
}

export function wrongValues(db: Database) {
  // @ts-expect-error
  db('orders').where({ customer_id: 'ACME' });
  // @ts-expect-error
  db('orders').where('customer_id', 'ACME');
  // @ts-expect-error
  db('seats').where({ state: 'free' });
  // @ts-expect-error
  db('seats').whereIn('state', ['free']);
  // @ts-expect-error
  db('seats').where({ order_id: null });
  // @ts-expect-error
  db('seats').update({ state: 'free' });
  // @ts-expect-error
  db('seats').update({ order_id: null });
  // @ts-expect-error
  db('homes').update({ sees_all: true });
}
