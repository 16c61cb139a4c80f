import { DateTime } from 'luxon';
import { seatReference } from '../../../src/core/reference';
import type { Now } from '../../../src/core/time';
import type { Count } from '../../../src/database/columns';
import type { Database } from '../../../src/database/database';
import { migrate } from '../../../src/database/migrate';
import { openProductDatabase } from '../../../src/product-database';
import { insertAssignments } from './assignments';
import { saveCatalogue, saveCustomers } from './catalogue';
import { insertHistory } from './history';
import { insertMessages } from './messages';
import { insertOrders, ORDERS_PER_CUSTOMER, type Size } from './orders';
import { insertReminders } from './reminders';

export interface Seeded {
  db: Database;
  customers: number;
  seats: number;
}

/** Builds a database as it is after years of use, opened with the product's own settings. */
export async function buildDatabase(file: string, size: Size): Promise<Seeded> {
  const url = `sqlite:${file}`;
  const building = openProductDatabase(url);
  await migrate(building);
  await building.raw('pragma synchronous = off');
  await building.raw('pragma foreign_keys = off');
  const now = DateTime.utc() as Now;
  await building.transaction(async (tx) => {
    await saveCatalogue(tx, now, size.products);
    await saveCustomers(tx, size.customers, now);
    await insertOrders(tx, size, now);
    await insertAssignments(tx, size, now);
    await insertHistory(tx);
    await insertReminders(tx, now);
    await insertMessages(tx, now);
  });
  await building.raw('pragma wal_checkpoint(truncate)');
  await building.destroy();
  const db = openProductDatabase(url);
  await check(db, size);
  const { customers, seatsPerOrder } = size;
  return { db, customers, seats: customers * ORDERS_PER_CUSTOMER * seatsPerOrder };
}

/** Verifies that the rows of plain SQL equal those that the services write. */
async function check(db: Database, { customers, seatsPerOrder, assignedPerOrder }: Size): Promise<void> {
  const [counted] = await db('seats')
    .count({ all: '*' })
    .select<{ assigned: Count }>(db.raw("sum(state = 'assigned') as assigned"));
  const [assigned] = await db('assignments').count({ all: '*' });
  const orders = customers * ORDERS_PER_CUSTOMER;
  expectEqual('seats', counted?.all, orders * seatsPerOrder);
  expectEqual('assigned seats', counted?.assigned, orders * assignedPerOrder);
  expectEqual('assignments', assigned?.all, orders * assignedPerOrder);
  const last = await db('ledger').orderBy('id', 'desc').first('subject');
  const [seat] = await db('assignments').max({ id: 'seat_id' });
  expectEqual('reference of the last assigned seat', last?.subject, seatReference(Number(seat?.id)));
  expectEqual('broken foreign keys', (await db.raw('pragma foreign_key_check')).length, 0);
}

function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`The database was built wrongly: ${what} ${found}, not ${expected}.`);
}
