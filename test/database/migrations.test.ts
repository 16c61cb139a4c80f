import type { Database } from '../../src/database/database';
import { migrate, migrateDown, migrateDownOnce } from '../../src/database/migrate';
import { orderRefresh } from '../../src/features/orders/order.messages';
import { findProduct } from '../../src/features/products/products.sql';
import { saveLiveMessage } from '../../src/outbox/live-messages';
import { enqueue } from '../../src/outbox/outbox';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { found } from '../support/found';
import { stockKept } from '../support/model/invariants';
import { fill } from '../support/office';
import { assigns, sells } from '../support/people';
import { count, select } from '../support/tables';

const EARLIER = '2026-11-01T09:00:00.000Z';
const TABLES: Record<string, string> = {
  SQLite: "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
  PostgreSQL: "select table_name as name from information_schema.tables where table_schema = 'public'",
};

describe.each(eachDatabase)('the migrations, on $name', ({ name, open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  it('go down with data and up again, and restore the same tables', async () => {
    const { db } = database;
    const tables = async () => (await select(db, TABLES[name] ?? '')).map((row) => row.name).sort();
    const before = await tables();
    await sells(db, { quantity: 3 });
    await assigns(db);
    await migrateDown(db);
    expect((await tables()).filter((table) => !String(table).startsWith('knex_'))).toEqual([]);
    await migrate(db);
    expect(await tables()).toEqual(before);
    await fill(db);
    await sells(db, { quantity: 3 });
    await assigns(db);
    expect(await count(db, 'assignments')).toBe(1);
  });

  it('upgrade the outbox of an earlier version: pending entries are sent, and sent messages are found again', async () => {
    const { db } = database;
    await sells(db, { quantity: 3 });
    await goesBackTo(db, '20261124000100');
    const row = { kind: 'order.announce', attempts: 1, created_at: EARLIER, due_at: EARLIER };
    await db('outbox').delete();
    await db('outbox').insert([
      { ...row, dedupe_key: 'one', subject: 'B0000000001', state: 'sent', slack_channel: 'C1', slack_ts: '1.5' },
      { ...row, dedupe_key: 'two', subject: 'B0000000002', state: 'pending' },
      { ...row, dedupe_key: 'three', kind: 'order.undelivered', subject: 'B0000000001', state: 'pending' },
    ]);
    await migrate(db);
    const entries = await db('outbox').orderBy('id');
    expect(entries.map(({ state, lane }) => [state, lane])).toEqual([
      ['sent', 'order.announce:B0000000001'],
      ['pending', 'order.announce:B0000000002'],
      ['pending', 'order.undelivered:B0000000001'],
    ]);
    expect(entries[0]?.settled_at).toBe(EARLIER);
    expect(entries[2]).toMatchObject({ to_team: 'T000000001', to_user: 'U0SONIA0001' });
    expect(await db('standing_messages').select('subject', 'channel', 'ts')).toEqual([
      { subject: 'order:B0000000001', channel: 'C1', ts: '1.5' },
    ]);
    expect(await db('customers').where({ code: 'ACME' }).first()).toMatchObject({
      reminder_frequency: 'daily',
      reminder_time: '09:00',
      reminder_days: '12345',
      reminder_to: 'channel',
    });
  });

  it('treat product terms equal to their default as left open, and keep the order of courses', async () => {
    const { db } = database;
    await goesBackTo(db, '20261126000000');
    await db('products').where({ code: 'ENGLISH-SEAT' }).update({ role: 'tutor' });
    await migrate(db);
    const leftOut = async (code: string) => (await found(db('products').where({ code }).first())).left_out;
    expect(await leftOut('OFFICE-PACK')).toBe('role,supervisorRole');
    expect(await leftOut('ENGLISH-SEAT')).toBe('packSize,supervisorRole');
    expect((await findProduct(db, 'OFFICE-PACK'))?.courses).toEqual(['EXCEL-%', 'GDPR', 'WORD-%']);
  });

  it('stop when two customers share a channel, and ask people to decide', async () => {
    const { db } = database;
    await goesBackTo(db, '20261126000100');
    await db('customers').update({ channel: 'C0ACME00001' });
    await expect(migrate(db)).rejects.toThrow(/Give each a channel of\s+its own(.|\n)*C0ACME00001: ACME\n.*: GLOBEX/);
    await db('customers').where({ code: 'GLOBEX' }).update({ channel: null });
    await migrate(db);
    expect(await count(db, 'customers', { channel: 'C0ACME00001', archived_at: null })).toBe(1);
  });

  it('count the remaining seats of every customer with orders', async () => {
    const { db } = database;
    await sells(db, { quantity: 3 });
    await sells(db, { quantity: 2, assignBy: '2026-03-31' });
    // The seat that expires first is assigned first; the other one has expired since.
    await assigns(db);
    await sells(db, { customer: 'GLOBEX' });
    await db('orders').where({ customer_id: 2 }).update({ cancelled_at: EARLIER, cancel_reason: 'a mistake' });
    await goesBackTo(db, '20261126000400');
    await migrate(db);
    expect(await stockKept(db)).toEqual({ ACME: 3 });
  });

  it('keep why courses are closed, and keep a course closed for a reason that an earlier version does not know', async () => {
    const { db } = database;
    const reasons = async () => db('courses').whereNotNull('closed_because').orderBy('id').pluck('closed_because');
    const [one = 0, other = 0] = await db('courses').orderBy('id').limit(2).pluck('id');
    await db('courses').where({ id: one }).update({ closed_because: 'gone', hidden_at: EARLIER });
    await db('courses').where({ id: other }).update({ closed_because: 'separate_groups', hidden_at: EARLIER });
    await goesBackTo(db, '20261130000900');
    expect(await reasons()).toEqual(['gone', 'no_enrolment']);
    await migrate(db);
    expect(await reasons()).toEqual(['gone', 'no_enrolment']);
  });

  it('draw the messages of orders anew that expired under an earlier version, once each', async () => {
    const { db } = database;
    for (let times = 0; times < 4; times += 1) await sells(db, { assignBy: '2099-12-31' });
    await db('orders').whereIn('id', [1, 3, 4]).update({ assign_by: '2020-01-01' });
    await db('orders').where({ id: 3 }).update({ cancelled_at: EARLIER, cancel_reason: 'a mistake' });
    await goesBackTo(db, '20261130000901');
    await db('outbox').delete();
    // The message of the fourth order could never be posted.
    for (const id of [1, 2, 3]) await saveLiveMessage(db, `order:B000000000${id}`, { channel: 'C1', ts: `${id}.5` });
    await migrate(db);
    expect(await db('outbox').select('kind', 'subject', 'lane', 'state', 'priority')).toEqual([
      { kind: 'order.refresh', subject: 'B0000000001', lane: 'C0ACME00001', state: 'pending', priority: 2 },
    ]);
    // A change of the order still waits for that entry, and not for a second one.
    await enqueue(db, { message: orderRefresh, subject: 'B0000000001', channel: 'C0ACME00001' }, EARLIER);
    expect(await count(db, 'outbox')).toBe(1);
    await goesBackTo(db, '20261130000901');
    expect(await count(db, 'outbox')).toBe(0);
  });

  it('change nothing when the database is up to date', async () => {
    await sells(database.db, { quantity: 3 });
    await migrate(database.db);
    expect(await count(database.db, 'seats')).toBe(3);
  });
});

/** Restores the schema of which that migration was the newest. */
async function goesBackTo(db: Database, version: string): Promise<void> {
  while ((await db.migrate.currentVersion()) > version) await migrateDownOnce(db);
}
