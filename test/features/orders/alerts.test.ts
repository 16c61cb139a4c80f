import { cancelOrder } from '../../../src/features/orders/cancel-order';
import { onOrderChanged } from '../../../src/features/orders/order-changed.messages';
import { skipDay } from '../../../src/features/reminders/reminders.sql';
import { digestOf } from '../../../src/features/reminders/seat-summary';
import { openProductDatabase } from '../../../src/product-database';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { assigns, sales, sells } from '../../support/people';
import { looks, looksDaily, picks } from '../../support/reminders';
import { at } from '../../support/time';

const NEW_YEAR = at('2026-01-02T12:00:00Z');
/** 09:00 in Paris in winter, 10:00 in summer. */
const MORNING = 'T08:00:00Z';

describe.each(eachDatabase)('seats that are about to expire, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  const sellsUntil = (assignBy: string, now = NEW_YEAR) => sells(database.db, { quantity: 2, assignBy }, now);
  const alerts = async () => {
    const rows = await database.db('expiry_alerts').whereNotNull('day').orderBy(['day', 'order_id']);
    return rows.map(({ order_id, threshold, day }) => `${day} order ${order_id}: ${threshold}`);
  };

  it('raise one alert each sixty, thirty, seven and one days before', async () => {
    await sellsUntil('2026-05-01');
    await looksDaily(database.db, `2026-01-05${MORNING}`, 130);
    expect(await alerts()).toEqual([
      '2026-03-02 order 1: 60',
      '2026-04-01 order 1: 30',
      '2026-04-24 order 1: 7',
      '2026-04-30 order 1: 1',
    ]);
  });

  it('appear in the digest of that day, not in another message', async () => {
    await sellsUntil('2026-03-05');
    await looks(database.db, `2026-01-02${MORNING}`);
    await looks(database.db, `2026-01-05${MORNING}`);
    await looks(database.db, `2026-02-03${MORNING}`);
    const outcomes = await database.db('reminders').where({ customer_id: 1 }).orderBy('day').select('day', 'outcome');
    expect(outcomes.at(-1)).toEqual({ day: '2026-02-03', outcome: 'digest' });
    expect(await database.db('outbox').where({ subject: '1/2026-02-03' })).toHaveLength(1);
    const { expiring } = await digestOf(database.db, 1, '2026-02-03');
    expect(expiring).toMatchObject([{ order: { reference: 'B0000000001' }, unassigned: 2 }]);
  });

  it('raise the alert of a Sunday on the Friday before, when people see it', async () => {
    await sellsUntil('2026-03-09');
    await looksDaily(database.db, `2026-03-03${MORNING}`, 7);
    expect(await alerts()).toEqual(['2026-03-03 order 1: 7', '2026-03-06 order 1: 1']);
    const { expiring } = await digestOf(database.db, 1, '2026-03-06');
    expect(expiring).toMatchObject([{ order: { reference: 'B0000000001' }, unassigned: 2 }]);
  });

  it('raise the alert of a public holiday on the working day before it', async () => {
    await database.db('customers').where({ id: 1 }).update({ holiday_country: 'FR' });
    await sellsUntil('2026-05-02');
    await looksDaily(database.db, `2026-04-27${MORNING}`, 7);
    expect(await alerts()).toEqual(['2026-04-27 order 1: 7', '2026-04-30 order 1: 1']);
  });

  it('raise an alert on a working day without a digest, too', async () => {
    await database.db('customers').where({ id: 1 }).update({ reminder_frequency: 'never' });
    await sellsUntil('2026-03-31');
    await looksDaily(database.db, `2026-02-27${MORNING}`, 10);
    const said = await database.db('reminders').whereNot({ outcome: 'nothing' }).select('day', 'outcome');
    expect(said).toEqual([{ day: '2026-02-27', outcome: 'alert' }]);
    expect(await database.db('outbox').where({ kind: 'reminder' }).select('subject')).toEqual([
      { subject: '1/2026-02-27' },
    ]);
  });

  it('are shown in a test of the reminder on the Friday before, too', async () => {
    await sellsUntil('2026-03-09');
    await looks(database.db, `2026-03-03${MORNING}`);
    const { expiring } = await digestOf(database.db, 1, '2026-03-06', { aheadThrough: '2026-03-08' });
    expect(expiring).toMatchObject([{ order: { reference: 'B0000000001' } }]);
  });

  it('raise only the nearest alert after a downtime that skipped several', async () => {
    await sellsUntil('2026-05-01');
    await looks(database.db, `2026-02-27${MORNING}`);
    await looks(database.db, `2026-04-27${MORNING}`);
    await looks(database.db, `2026-04-28${MORNING}`);
    expect(await alerts()).toEqual(['2026-04-27 order 1: 7']);
  });

  it('raise no alert for a threshold that had passed before the sale', async () => {
    await sellsUntil('2026-01-12');
    await looksDaily(database.db, `2026-01-02${MORNING}`, 12);
    expect(await alerts()).toEqual(['2026-01-05 order 1: 7', '2026-01-09 order 1: 1']);
  });

  it('raise no alert when the last of them is assigned', async () => {
    const { reference } = await sellsUntil('2026-05-01');
    for (const _ of [1, 2]) await assigns(database.db, { pool: reference }, NEW_YEAR);
    await looksDaily(database.db, `2026-02-27${MORNING}`, 65);
    expect(await alerts()).toEqual([]);
  });

  it('notify the seller once when they expire unused', async () => {
    const { reference } = await sellsUntil('2026-01-09');
    await assigns(database.db, { pool: (await sellsUntil('2026-01-12')).reference }, NEW_YEAR);
    await looksDaily(database.db, `2026-01-05${MORNING}`, 5);
    expect(await followed(`2026-01-09${MORNING}`)).toEqual([]);
    await looks(database.db, `2026-01-10${MORNING}`);
    expect(await followed(`2026-01-10${MORNING}`)).toEqual([reference]);
    await looksDaily(database.db, `2026-01-10T09:00:00Z`, 7);
    expect(await followed(`2026-01-17${MORNING}`)).toEqual([reference, 'B0000000002']);
  });

  it.each([
    ['weeks', `2026-02-02${MORNING}`],
    ['until it was too late that day', '2026-01-10T15:00:00Z'],
  ])('notify the seller after a downtime: %s', async (_long, wakes) => {
    const { reference } = await sellsUntil('2026-01-09');
    await looks(database.db, `2026-01-08${MORNING}`);
    await looks(database.db, wakes);
    expect(await followed(wakes)).toEqual([reference]);
  });

  it('notify the seller even when that day was decided by hand, or by moving the hour', async () => {
    const [first, second] = [await sellsUntil('2026-01-08'), await sellsUntil('2026-01-09')];
    await looks(database.db, `2026-01-08${MORNING}`);
    await picks(database.db, `2026-01-09${MORNING}`);
    expect(await followed(`2026-01-09${MORNING}`)).toEqual([first.reference]);
    await skipDay(database.db, 1, '2026-01-10', `2026-01-10T07:00:00.000Z`);
    await looksDaily(database.db, `2026-01-10${MORNING}`, 3);
    expect(await followed(`2026-01-12${MORNING}`)).toEqual([first.reference, second.reference]);
  });

  it('do not notify the seller early when a later day is decided by hand', async () => {
    await sellsUntil('2026-01-09');
    await picks(database.db, `2026-01-12${MORNING}`, NEW_YEAR);
    expect(await database.db('expiry_alerts').where({ threshold: 0 })).toEqual([]);
  });

  it('do not notify the seller when they expired long before the first run', async () => {
    await sellsUntil('2026-01-09');
    await looksDaily(database.db, `2026-03-12${MORNING}`, 2);
    expect(await followed(`2026-03-13${MORNING}`)).toEqual([]);
  });

  /** Runs the queued reactions. Returns the orders whose sellers were ever notified of expired seats. */
  async function followed(instant: string): Promise<string[]> {
    const { db } = database;
    const changed = await db('outbox').where({ kind: 'order.changed' }).pluck('subject');
    for (const reference of changed) await onOrderChanged(db, reference, at(instant));
    const told = await db('outbox').where({ kind: 'order.expired', to_user: 'U0SONIA0001' }).orderBy('subject');
    return told.map(({ subject }) => subject);
  }
});

describe.each(eachDatabase)('a product that runs low, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  async function assignsFrom(reference: string, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await assigns(database.db, { pool: reference, customer: undefined }, NEW_YEAR);
      await onOrderChanged(database.db, reference, NEW_YEAR);
    }
  }

  const told = async (kind: string) => {
    const rows = await database.db('outbox').where({ kind }).orderBy('id').select('dedupe_key');
    return rows.map(({ dedupe_key }) => dedupe_key);
  };

  it('raises one alert each at 25 %, at 10 % and at the last seat', async () => {
    const { reference } = await sells(database.db, { quantity: 20 }, NEW_YEAR);
    await assignsFrom(reference, 14);
    expect(await told('stock.low')).toEqual([]);
    await assignsFrom(reference, 1);
    expect(await told('stock.low')).toEqual(['stock.low:B0000000001:25']);
    await assignsFrom(reference, 5);
    expect(await told('stock.low')).toEqual([
      'stock.low:B0000000001:25',
      'stock.low:B0000000001:10',
      'stock.low:B0000000001:0',
    ]);
    await onOrderChanged(database.db, reference, NEW_YEAR);
    expect(await told('stock.low')).toHaveLength(3);
  });

  it('raises only the lowest alert when several thresholds are reached at once', async () => {
    const { reference } = await sells(database.db, { quantity: 20 }, NEW_YEAR);
    for (let seat = 0; seat < 17; seat += 1) await assigns(database.db, { pool: reference }, NEW_YEAR);
    await assignsFrom(reference, 1);
    expect(await told('stock.low')).toEqual(['stock.low:B0000000001:10']);
  });

  it('raises one alert when several processes find out at once', async () => {
    const { reference } = await sells(database.db, { quantity: 1 }, NEW_YEAR);
    const other = openProductDatabase(database.url);
    await assigns(database.db, { pool: reference }, NEW_YEAR);
    const programs = [database.db, other, database.db, other];
    await Promise.all(programs.map((db) => onOrderChanged(db, reference, NEW_YEAR))).finally(() => other.destroy());
    expect(await told('stock.low')).toEqual(['stock.low:B0000000001:0']);
    expect(await told('order.used_up')).toEqual(['order.used_up:B0000000001']);
  });

  it('raises new alerts after a new order', async () => {
    const first = await sells(database.db, { quantity: 2 }, NEW_YEAR);
    await assignsFrom(first.reference, 2);
    const later = NEW_YEAR.plus({ days: 1 });
    const second = await sells(database.db, { quantity: 4 }, later);
    for (let time = 0; time < 4; time += 1) {
      await assigns(database.db, { pool: second.reference }, later);
      await onOrderChanged(database.db, second.reference, later);
    }
    expect(await told('stock.low')).toEqual([
      'stock.low:B0000000001:0',
      'stock.low:B0000000002:25',
      'stock.low:B0000000002:0',
    ]);
  });

  it('ignores other products and other customers', async () => {
    const { reference } = await sells(database.db, { quantity: 4 }, NEW_YEAR);
    await sells(database.db, { quantity: 100, product: 'ANY-SEAT' }, NEW_YEAR);
    await sells(database.db, { quantity: 100, customer: 'GLOBEX' }, NEW_YEAR);
    await assignsFrom(reference, 3);
    expect(await told('stock.low')).toEqual(['stock.low:B0000000001:25']);
  });

  it('ignores a cancelled order', async () => {
    const { reference } = await sells(database.db, { quantity: 4 }, NEW_YEAR);
    await assignsFrom(reference, 3);
    const mistake = await sells(database.db, { quantity: 100 }, NEW_YEAR.plus({ hours: 1 }));
    await cancelOrder(
      database.db,
      { order: mistake.reference, reason: 'A mistake' },
      sales,
      NEW_YEAR.plus({ hours: 2 }),
    );
    await onOrderChanged(database.db, mistake.reference, NEW_YEAR.plus({ hours: 2 }));
    await assignsFrom(reference, 1);
    expect(await told('stock.low')).toEqual(['stock.low:B0000000001:25', 'stock.low:B0000000001:0']);
    expect(await told('order.used_up')).toEqual([`order.used_up:${reference}`]);
  });

  it('raises an alert when its seats expire', async () => {
    const old = await sells(database.db, { quantity: 16, assignBy: '2026-01-09' }, NEW_YEAR);
    const { reference } = await sells(database.db, { quantity: 4 }, NEW_YEAR.plus({ minutes: 1 }));
    await looks(database.db, `2026-01-09${MORNING}`);
    await onOrderChanged(database.db, old.reference, at(`2026-01-09${MORNING}`));
    expect(await told('stock.low')).toEqual([]);
    await looks(database.db, `2026-01-10${MORNING}`);
    await onOrderChanged(database.db, old.reference, at(`2026-01-10${MORNING}`));
    expect(await told('stock.low')).toEqual([`stock.low:${reference}:25`]);
    expect(await told('order.expired')).toEqual([`order.expired:${old.reference}`]);
  });

  it('raises an alert when the order with the last seats is cancelled', async () => {
    const first = await sells(database.db, { quantity: 1 }, NEW_YEAR);
    const second = await sells(database.db, { quantity: 4 }, NEW_YEAR.plus({ minutes: 1 }));
    await assignsFrom(first.reference, 1);
    expect(await told('stock.low')).toEqual([]);
    await cancelOrder(
      database.db,
      { order: second.reference, reason: 'A mistake' },
      sales,
      NEW_YEAR.plus({ hours: 1 }),
    );
    await onOrderChanged(database.db, second.reference, NEW_YEAR.plus({ hours: 1 }));
    expect(await told('stock.low')).toEqual([`stock.low:${first.reference}:0`]);
    expect(await told('order.used_up')).toEqual([`order.used_up:${first.reference}`]);
  });

  it('notifies the seller once when the order is used up', async () => {
    const { reference } = await sells(database.db, { quantity: 2 }, NEW_YEAR);
    await assignsFrom(reference, 1);
    expect(await told('order.used_up')).toEqual([]);
    await assignsFrom(reference, 1);
    await onOrderChanged(database.db, reference, NEW_YEAR);
    expect(await told('order.used_up')).toEqual(['order.used_up:B0000000001']);
  });
});
