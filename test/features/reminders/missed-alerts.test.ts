import { changeReminders } from '../../../src/features/reminders/change-reminders';
import { holidayCalendar } from '../../../src/features/reminders/holidays';
import { type ReminderSettings, settingsVersion } from '../../../src/features/reminders/reminder-settings';
import { getReminderSettings } from '../../../src/features/reminders/reminder-settings.sql';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { sales, sells } from '../../support/people';
import { daysReminded, looks, looksDaily, ONE_CUSTOMER, sets } from '../../support/reminders';
import { at } from '../../support/time';

const WEEKS_BEFORE = at('2026-02-20T15:00:00Z');
const SATURDAY = '2026-03-07';
const SUNDAY = '2026-03-08';

describe.each(eachDatabase)('the last alert before a weekend on which seats expire, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db, ONE_CUSTOMER);
    await sets(database.db, { frequency: 'never' });
  });

  afterEach(() => database?.close());

  it('comes on Friday, and no other on the weekend', async () => {
    await isSoldUntil(SUNDAY);
    await looksDaily(database.db, '2026-03-06T08:00:00Z', 5);
    expect(await alertsFrom('2026-03-06')).toEqual(['2026-03-06']);
  });

  it.each([
    ['time moves to one that has passed', { time: '08:00' }],
    ['time zone moves to one where it has passed', { timezone: 'Asia/Tokyo' }],
  ])('comes on Saturday when on Friday the %s', async (_what, change) => {
    await isSoldUntil(SUNDAY);
    await changes('2026-03-06T07:50:00Z', change);
    for (let hour = 0; hour < 96; hour += 1) await looksAfter(hour);
    expect(await alertsFrom('2026-03-06')).toEqual([SATURDAY]);
  });

  it('comes on Saturday when the machine was off on Friday', async () => {
    await isSoldUntil(SUNDAY);
    await looks(database.db, '2026-03-06T12:30:00Z');
    await looksDaily(database.db, '2026-03-07T08:00:00Z', 4);
    expect(await alertsFrom('2026-03-06')).toEqual([SATURDAY]);
  });

  it('comes on Friday all the same when Friday becomes a day off on Thursday evening', async () => {
    await isSoldUntil(SUNDAY);
    await changes('2026-03-05T17:50:00Z', { days: [1, 2, 3, 4] });
    await looksDaily(database.db, '2026-03-06T08:00:00Z', 5);
    expect(await alertsFrom('2026-03-06')).toEqual(['2026-03-06']);
  });

  it('comes on Saturday when the seats were sold on Friday after the reminder', async () => {
    const { db } = database;
    await looksDaily(db, '2026-03-05T08:00:00Z', 2);
    await sells(db, { product: 'ANY', assignBy: SUNDAY }, at('2026-03-06T09:30:00Z'));
    await looksDaily(db, '2026-03-07T08:00:00Z', 4);
    expect(await alertsFrom('2026-03-06')).toEqual([SATURDAY]);
  });

  it('waits for Monday when that is in time', async () => {
    await isSoldUntil('2026-03-09');
    await looks(database.db, '2026-03-06T12:30:00Z');
    await looksDaily(database.db, '2026-03-07T08:00:00Z', 4);
    expect(await alertsFrom('2026-03-06')).toEqual(['2026-03-09']);
  });

  /** All is well until Thursday. */
  async function isSoldUntil(assignBy: string): Promise<void> {
    await sells(database.db, { product: 'ANY', assignBy, quantity: 60 }, WEEKS_BEFORE);
    await looksDaily(database.db, '2026-02-27T08:00:00Z', 7);
  }

  function looksAfter(hour: number): Promise<unknown> {
    return looks(database.db, at('2026-03-06T08:00:00Z').plus({ hours: hour }).toISO());
  }

  async function changes(instant: string, change: Partial<ReminderSettings>): Promise<void> {
    const settings = { ...(await getReminderSettings(database.db, 1)) };
    const { days, ...rest } = { ...settings, ...change };
    const form = { customer: 'ACME', ...rest, days: days.map(String), version: settingsVersion(settings) };
    await changeReminders(database.db, form, sales, { now: at(instant), calendar: holidayCalendar });
  }

  async function alertsFrom(day: string): Promise<string[]> {
    return (await daysReminded(database.db)).filter((one) => one >= day);
  }
});
