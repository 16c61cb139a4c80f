import { DateTime } from 'luxon';
import { seatReference } from '../../../src/domain/reference';
import type { Now } from '../../../src/domain/time';
import { type Database, openDatabase } from '../../../src/storage/database';
import { migrate } from '../../../src/storage/migrate';
import { insertAssignments } from './assignments';
import { saveCatalogue, saveCustomers } from './catalogue';
import { insertHistory } from './history';
import { ASSIGNED_PER_ORDER, insertOrders, ORDERS_PER_CUSTOMER, SEATS_PER_ORDER } from './orders';

export interface Seeded {
  db: Database;
  customers: number;
  seats: number;
}

/** A database as it is after years of use, opened with the settings that the product itself uses. */
export async function buildDatabase(file: string, customers: number): Promise<Seeded> {
  const url = `sqlite:${file}`;
  const building = openDatabase(url);
  await migrate(building);
  await building.raw('pragma synchronous = off');
  await building.raw('pragma foreign_keys = off');
  const now = DateTime.utc() as Now;
  await building.transaction(async (tx) => {
    await saveCatalogue(tx, now);
    await saveCustomers(tx, customers, now);
    await insertOrders(tx, customers, now);
    await insertAssignments(tx, customers, now);
    await insertHistory(tx, now);
  });
  await building.raw('pragma wal_checkpoint(truncate)');
  await building.destroy();
  const db = openDatabase(url);
  await check(db, customers);
  return { db, customers, seats: customers * ORDERS_PER_CUSTOMER * SEATS_PER_ORDER };
}

/** Rows made by plain SQL have to be the ones that the services would have made. */
async function check(db: Database, customers: number): Promise<void> {
  const [counted] = await db('seats')
    .count({ all: '*' })
    .sum({ assigned: db.raw("state = 'assigned'") });
  const [assigned] = await db('assignments').count({ all: '*' });
  const orders = customers * ORDERS_PER_CUSTOMER;
  expectEqual('seats', counted?.all, orders * SEATS_PER_ORDER);
  expectEqual('assigned seats', counted?.assigned, orders * ASSIGNED_PER_ORDER);
  expectEqual('assignments', assigned?.all, orders * ASSIGNED_PER_ORDER);
  const last = await db('ledger').orderBy('id', 'desc').first('subject');
  const [seat] = await db('assignments').max({ id: 'seat_id' });
  expectEqual('reference of the last assigned seat', last?.subject, seatReference(Number(seat?.id)));
  expectEqual('broken foreign keys', (await db.raw('pragma foreign_key_check')).length, 0);
}

function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`The database was built wrongly: ${what} ${found}, not ${expected}.`);
}
