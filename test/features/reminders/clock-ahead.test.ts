import { onOrderChanged } from '../../../src/features/orders/order-changed.messages';
import { snoozeReminders } from '../../../src/features/reminders/change-reminders';
import { holidayCalendar } from '../../../src/features/reminders/holidays';
import { snoozeVersion } from '../../../src/features/reminders/reminder-settings';
import { getReminderSettings } from '../../../src/features/reminders/reminder-settings.sql';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { sales, sells } from '../../support/people';
import { daysReminded, looks, looksDaily, ONE_CUSTOMER, picks, sets } from '../../support/reminders';
import { at } from '../../support/time';

const FRIDAY = at('2026-02-20T15:00:00Z');
/** 09:00 in Paris. */
const MONDAY = '2026-03-02T08:00:00Z';
const TUESDAY = '2026-03-03T08:00:00Z';

describe.each(eachDatabase)('reminders after a clock was ahead and put right, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db, ONE_CUSTOMER);
    await looks(database.db, '2026-02-27T08:00:00Z');
  });

  afterEach(() => database?.close());

  it('come on both days when the clock was a day ahead before the first, with what was not sent meanwhile', async () => {
    const { db } = database;
    await sells(db, { product: 'ANY' }, FRIDAY);
    await looks(db, '2026-03-03T07:30:00Z');
    await looks(db, '2026-03-03T08:00:30Z');
    await looks(db, '2026-03-02T07:31:00Z');
    expect(await daysReminded(db)).toEqual([]);
    await looksDaily(db, MONDAY, 2);
    expect(await daysReminded(db)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('come once a day: what was sent ahead of its day is not sent again', async () => {
    const { db } = database;
    await sells(db, { product: 'ANY' }, FRIDAY);
    await looks(db, '2026-03-03T08:00:30Z');
    await sendsAll();
    await looks(db, '2026-03-02T07:31:00Z');
    await looksDaily(db, MONDAY, 3);
    expect(await daysReminded(db)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  });

  it('are not sent again when a person had them sent ahead on purpose', async () => {
    const { db } = database;
    await sells(db, { product: 'ANY' }, FRIDAY);
    await picks(db, TUESDAY, at('2026-03-02T07:31:00Z'));
    const [picked] = await db('outbox').where({ kind: 'reminder' });
    await looksDaily(db, MONDAY, 2);
    expect(await db('outbox').where({ kind: 'reminder' }).orderBy('subject')).toMatchObject([
      { subject: '1/2026-03-02' },
      { id: picked?.id, subject: '1/2026-03-03' },
    ]);
  });

  it('tell of every threshold at its time when the clock was ahead on the day before the end', async () => {
    const { db } = database;
    await sets(db, { frequency: 'never' });
    await sells(db, { product: 'ANY', assignBy: '2026-05-01', quantity: 60 }, FRIDAY);
    await looks(db, '2026-04-30T07:00:00Z');
    await sendsAll();
    await looks(db, '2026-03-02T07:30:00Z');
    await db('outbox').delete();
    await looksDaily(db, MONDAY, 62);
    expect(await daysReminded(db)).toEqual(['2026-03-02', '2026-04-01', '2026-04-24', '2026-05-01']);
  });

  it('tell of every threshold, and of the true end, when the clock was ahead after the end', async () => {
    const { db } = database;
    await sets(db, { frequency: 'never' });
    const { reference } = await sells(db, { product: 'ANY', assignBy: '2026-05-01', quantity: 60 }, FRIDAY);
    await looks(db, '2026-05-05T08:00:00Z');
    await onOrderChanged(db, reference, at('2026-05-05T08:00:01Z'));
    expect(await ends()).toEqual(['order.expired', 'seats.expired']);
    await sendsAll();
    await looks(db, '2026-03-02T07:30:00Z');
    expect(await changes()).toEqual([reference]);
    await onOrderChanged(db, reference, at('2026-03-02T07:30:01Z'));
    expect(await ends()).toEqual([]);
    await sendsAll();
    await looksDaily(db, MONDAY, 60);
    expect(await daysReminded(db)).toEqual(['2026-03-02', '2026-04-01', '2026-04-24', '2026-04-30']);
    expect(await changes()).toEqual([]);
    await looksDaily(db, '2026-05-01T08:00:00Z', 4);
    expect(await changes()).toEqual([reference]);
    await onOrderChanged(db, reference, at('2026-05-04T08:00:01Z'));
    expect(await ends()).toEqual(['order.expired', 'seats.expired']);
  });

  it('do not alert again on what a person had sent ahead on purpose', async () => {
    const { db } = database;
    await sets(db, { frequency: 'never' });
    await sells(db, { product: 'ANY', assignBy: '2026-04-03', quantity: 60 }, FRIDAY);
    await picks(db, '2026-03-05T08:00:00Z', at('2026-03-02T07:31:00Z'));
    await looksDaily(db, MONDAY, 8);
    expect(await daysReminded(db)).toEqual(['2026-03-05']);
  });

  it('come when a person paused them until the next day while the clock was years ahead', async () => {
    const { db } = database;
    await sells(db, { product: 'ANY' }, FRIDAY);
    const version = snoozeVersion(await getReminderSettings(db, 1));
    const pause = { customer: 'ACME', for: 'tomorrow', until: undefined, version };
    await snoozeReminders(db, pause, sales, { now: at('2028-03-01T10:00:00Z'), calendar: holidayCalendar });
    await looksDaily(db, MONDAY, 2);
    expect(await daysReminded(db)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('stay paused as long as a person may pause them', async () => {
    const { db } = database;
    await sells(db, { product: 'ANY' }, FRIDAY);
    const version = snoozeVersion(await getReminderSettings(db, 1));
    const pause = { customer: 'ACME', for: 'date', until: '2027-03-03', version };
    await snoozeReminders(db, pause, sales, { now: at('2026-03-02T07:30:00Z'), calendar: holidayCalendar });
    await looksDaily(db, MONDAY, 2);
    expect(await daysReminded(db)).toEqual([]);
  });

  /** The orders whose change waits to be told. */
  async function changes(): Promise<string[]> {
    const rows = await database.db('outbox').where({ kind: 'order.changed', state: 'pending' });
    return rows.map(({ subject }) => subject);
  }

  async function ends(): Promise<string[]> {
    const rows = await database.db('outbox').whereIn('kind', ['order.expired', 'seats.expired']).orderBy('kind');
    return rows.map(({ kind }) => kind);
  }

  async function sendsAll(): Promise<void> {
    await database.db('outbox').update({ state: 'sent', settled_at: MONDAY });
  }
});
