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
/** Nine o'clock in Paris, summer time apart. */
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

  it('are told of sixty, thirty, seven and one days before, once each', async () => {
    await sellsUntil('2026-05-01');
    await looksDaily(database.db, `2026-01-05${MORNING}`, 130);
    expect(await alerts()).toEqual([
      '2026-03-02 order 1: 60',
      '2026-04-01 order 1: 30',
      '2026-04-24 order 1: 7',
      '2026-04-30 order 1: 1',
    ]);
  });

  it('come in the digest of the day, not beside it', async () => {
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

  it('are told of on a day without a digest too: a Sunday', async () => {
    await sellsUntil('2026-03-31');
    await looks(database.db, `2026-03-01${MORNING}`);
    await looks(database.db, `2026-03-08${MORNING}`);
    const said = await database.db('reminders').whereNot({ outcome: 'nothing' }).select('day', 'outcome');
    expect(said).toEqual([{ day: '2026-03-01', outcome: 'alert' }]);
    expect(await database.db('outbox').where({ kind: 'reminder' }).select('subject')).toEqual([
      { subject: '1/2026-03-01' },
    ]);
  });

  it('are told of by the nearest threshold when several were passed over asleep', async () => {
    await sellsUntil('2026-05-01');
    await looks(database.db, `2026-02-27${MORNING}`);
    await looks(database.db, `2026-04-27${MORNING}`);
    await looks(database.db, `2026-04-28${MORNING}`);
    expect(await alerts()).toEqual(['2026-04-27 order 1: 7']);
  });

  it('are never told of a threshold that lay behind them when they were sold', async () => {
    await sellsUntil('2026-01-12');
    await looksDaily(database.db, `2026-01-02${MORNING}`, 12);
    expect(await alerts()).toEqual(['2026-01-05 order 1: 7', '2026-01-11 order 1: 1']);
  });

  it('are not told of when the last of them is assigned', async () => {
    const { reference } = await sellsUntil('2026-05-01');
    for (const _ of [1, 2]) await assigns(database.db, { pool: reference }, NEW_YEAR);
    await looksDaily(database.db, `2026-02-27${MORNING}`, 65);
    expect(await alerts()).toEqual([]);
  });

  it('are reported to whoever sold them when nobody used them, once', async () => {
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
  ])('are reported even when the machine slept for %s', async (_long, wakes) => {
    const { reference } = await sellsUntil('2026-01-09');
    await looks(database.db, `2026-01-08${MORNING}`);
    await looks(database.db, wakes);
    expect(await followed(wakes)).toEqual([reference]);
  });

  it('are reported even when the day was decided by hand, or by moving the hour', async () => {
    const [first, second] = [await sellsUntil('2026-01-08'), await sellsUntil('2026-01-09')];
    await looks(database.db, `2026-01-08${MORNING}`);
    await picks(database.db, `2026-01-09${MORNING}`);
    expect(await followed(`2026-01-09${MORNING}`)).toEqual([first.reference]);
    await skipDay(database.db, 1, '2026-01-10', `2026-01-10T07:00:00.000Z`);
    await looksDaily(database.db, `2026-01-10${MORNING}`, 3);
    expect(await followed(`2026-01-12${MORNING}`)).toEqual([first.reference, second.reference]);
  });

  it('are not reported ahead by looking at a day to come', async () => {
    await sellsUntil('2026-01-09');
    await picks(database.db, `2026-01-12${MORNING}`, NEW_YEAR);
    expect(await database.db('expiry_alerts').where({ threshold: 0 })).toEqual([]);
  });

  it('are no news when they expired long before anybody looked', async () => {
    await sellsUntil('2026-01-09');
    await looksDaily(database.db, `2026-03-12${MORNING}`, 2);
    expect(await followed(`2026-03-13${MORNING}`)).toEqual([]);
  });

  /** Follows what changed, and returns the orders whose sellers were ever told that seats expired. */
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

  it('is told of at 25 %, at 10 % and at the last seat, once each', async () => {
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

  it('is told of by the lowest alone when several are reached at once', async () => {
    const { reference } = await sells(database.db, { quantity: 20 }, NEW_YEAR);
    for (let seat = 0; seat < 17; seat += 1) await assigns(database.db, { pool: reference }, NEW_YEAR);
    await assignsFrom(reference, 1);
    expect(await told('stock.low')).toEqual(['stock.low:B0000000001:10']);
  });

  it('is told of once, however many programs find out', async () => {
    const { reference } = await sells(database.db, { quantity: 1 }, NEW_YEAR);
    const other = openProductDatabase(database.url);
    await assigns(database.db, { pool: reference }, NEW_YEAR);
    const programs = [database.db, other, database.db, other];
    await Promise.all(programs.map((db) => onOrderChanged(db, reference, NEW_YEAR))).finally(() => other.destroy());
    expect(await told('stock.low')).toEqual(['stock.low:B0000000001:0']);
    expect(await told('order.used_up')).toEqual(['order.used_up:B0000000001']);
  });

  it('is told of anew after a new order', async () => {
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

  it('is no matter of other products, nor of other customers', async () => {
    const { reference } = await sells(database.db, { quantity: 4 }, NEW_YEAR);
    await sells(database.db, { quantity: 100, product: 'ANY-SEAT' }, NEW_YEAR);
    await sells(database.db, { quantity: 100, customer: 'GLOBEX' }, NEW_YEAR);
    await assignsFrom(reference, 3);
    expect(await told('stock.low')).toEqual(['stock.low:B0000000001:25']);
  });

  it('is no matter of an order that was cancelled', async () => {
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

  it('is told of when its seats expire', async () => {
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

  it('is told of when the order that had the last seats is cancelled', async () => {
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

  it('is reported to whoever sold it when the order is used up, once', async () => {
    const { reference } = await sells(database.db, { quantity: 2 }, NEW_YEAR);
    await assignsFrom(reference, 1);
    expect(await told('order.used_up')).toEqual([]);
    await assignsFrom(reference, 1);
    await onOrderChanged(database.db, reference, NEW_YEAR);
    expect(await told('order.used_up')).toEqual(['order.used_up:B0000000001']);
  });
});
