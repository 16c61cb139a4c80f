import { pino } from 'pino';
import { features } from '../../../commands/index';
import type { Database } from '../../../src/database/database';
import { messagesOf } from '../../../src/effects';
import { cancelOrder } from '../../../src/features/orders/cancel-order';
import {
  changeReminders,
  remindersOf,
  remindWeekly,
  snoozeReminders,
} from '../../../src/features/reminders/change-reminders';
import { expiringOrders } from '../../../src/features/reminders/expiry.sql';
import { holidayCalendar } from '../../../src/features/reminders/holidays';
import { reminder } from '../../../src/features/reminders/reminder.messages';
import { settingsVersion, snoozeVersion } from '../../../src/features/reminders/reminder-settings';
import { getReminderSettings, saveSnooze } from '../../../src/features/reminders/reminder-settings.sql';
import { messagesByKind } from '../../../src/outbox/message';
import type { ClaimedMessage } from '../../../src/outbox/outbox-entry';
import { Sender } from '../../../src/outbox/sender';
import { openProductDatabase } from '../../../src/product-database';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { NO_CONTEXT } from '../../support/no-context';
import { fill } from '../../support/office';
import { assigns, sales, sells } from '../../support/people';
import { daysReminded, looks, looksDaily, ONE_CUSTOMER, placesReminded, sets } from '../../support/reminders';
import { count } from '../../support/tables';
import { at } from '../../support/time';

const FRIDAY = at('2026-02-27T15:00:00Z');
/** 09:00 in Paris. */
const MONDAY = '2026-03-02T08:00:00Z';
const TUESDAY = '2026-03-03T08:00:00Z';
const WEEK = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];

describe.each(eachDatabase)('a reminder, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db, ONE_CUSTOMER);
  });

  afterEach(() => database?.close());

  const sold = (wish = {}) => sells(database.db, { product: 'ANY', ...wish }, FRIDAY);

  it('is not sent when no seat is unassigned', async () => {
    const { db } = database;
    const reason = 'A mistake';
    await looksDaily(db, '2026-02-25T08:00:00Z', 3);
    await assigns(db, { pool: (await sold()).reference }, FRIDAY);
    await cancelOrder(db, { order: (await sold({ quantity: 2 })).reference, reason }, sales, FRIDAY);
    await sold({ assignBy: '2026-03-01' });
    await looksDaily(db, MONDAY, 5);
    expect(await daysReminded(db)).toEqual([]);
  });

  it('is sent on every working day up to the assign-by day', async () => {
    await sold({ assignBy: '2026-03-04' });
    await looksDaily(database.db, '2026-02-28T08:00:00Z', 8);
    expect(await daysReminded(database.db)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  });

  it('is sent once a day, however many processes run, however often, and after restarts', async () => {
    await sold();
    for (const day of WEEK) {
      const others = [openProductDatabase(database.url), openProductDatabase(database.url)];
      const all = [database.db, ...others, ...others];
      // Half of the runs at the same instant, half a second later.
      const looking = [...all, ...all].map((db, index) => looks(db, `${day}T08:00:0${Math.floor(index / 5)}Z`));
      await Promise.all(looking).finally(() => Promise.all(others.map((other) => other.destroy())));
    }
    expect(await daysReminded(database.db)).toEqual(WEEK);
  });

  it('is sent up to four hours late after the machine slept, but no later', async () => {
    await sold();
    await looksDaily(database.db, MONDAY, 1);
    expect(await looks(database.db, '2026-03-03T11:59:00Z')).toEqual({ queued: 1, late: 0 });
    expect(await looks(database.db, '2026-03-04T12:01:00Z')).toEqual({ queued: 0, late: 1 });
    expect(await looks(database.db, '2026-03-04T12:02:00Z')).toEqual({ queued: 0, late: 0 });
    expect(await looks(database.db, '2026-03-05T08:00:00Z')).toEqual({ queued: 1, late: 0 });
  });

  it('is not late when none was due', async () => {
    await sold();
    expect(await looks(database.db, MONDAY)).toEqual({ queued: 1, late: 0 });
    await saveSnooze(database.db, 1, '2026-03-05');
    expect(await looks(database.db, '2026-03-03T20:00:00Z')).toEqual({ queued: 0, late: 0 });
    await sets(database.db, { frequency: 'never', snoozedUntil: undefined });
    expect(await looks(database.db, '2026-03-04T20:00:00Z')).toEqual({ queued: 0, late: 0 });
  });

  it.each([
    ['Europe/Paris', '02:30', '2026-03-29', '2026-03-29T01:30:00.000Z'],
    ['Europe/Paris', '09:00', '2026-03-29', '2026-03-29T07:00:00.000Z'],
    ['Europe/Paris', '02:30', '2026-10-25', '2026-10-25T00:30:00.000Z'],
    ['Europe/Paris', '09:00', '2026-10-25', '2026-10-25T08:00:00.000Z'],
    ['Australia/Lord_Howe', '02:15', '2026-10-04', '2026-10-03T15:45:00.000Z'],
    ['Australia/Lord_Howe', '09:00', '2026-10-04', '2026-10-03T22:00:00.000Z'],
    ['Australia/Lord_Howe', '01:45', '2026-04-05', '2026-04-04T14:45:00.000Z'],
    ['Africa/Cairo', '00:00', '2026-04-24', '2026-04-23T22:00:00.000Z'],
  ])('is sent once in %s at %s on %s, when the clocks change', async (timezone, time, day, instant) => {
    const { db } = database;
    await sold();
    await sets(db, { timezone, time, days: [1, 2, 3, 4, 5, 6, 7] });
    for (let quarter = 0; quarter < 48 * 4; quarter += 1) {
      const now = at(`${day}T12:00:00Z`)
        .minus({ days: 1 })
        .plus({ minutes: 15 * quarter });
      await looks(db, now.toISO());
    }
    const rows = await db('outbox').where({ kind: 'reminder', subject: `1/${day}` });
    expect(rows).toMatchObject([{ created_at: instant }]);
  });

  it('is not sent again when the clock moves back by an hour or a day', async () => {
    await sold();
    const times = [MONDAY, TUESDAY, '2026-03-03T07:00:00Z', TUESDAY, MONDAY, '2026-03-02T09:00:00Z', TUESDAY];
    for (const time of times) await looks(database.db, time);
    expect(await daysReminded(database.db)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it.each([
    ['2026-03-04', ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10']],
    ['2026-03-07', ['2026-03-09', '2026-03-10']],
  ])('snoozed until %s, is sent on the first working day from then', async (until, days) => {
    await sold();
    await saveSnooze(database.db, 1, until);
    await looksDaily(database.db, MONDAY, 9);
    expect(await daysReminded(database.db)).toEqual(days);
  });

  it('is sent weekly on the first working day, such as the Tuesday after Easter Monday', async () => {
    await sold();
    await sets(database.db, { frequency: 'weekly', country: 'FR' });
    await looksDaily(database.db, '2026-03-30T07:00:00Z', 19);
    expect(await daysReminded(database.db)).toEqual(['2026-03-30', '2026-04-07', '2026-04-13']);
  });

  it.each([
    ['too late on its day', ['2026-03-02T13:00:00Z', TUESDAY, '2026-03-04T08:00:00Z', '2026-03-09T08:00:00Z']],
    ['for two days', ['2026-02-27T08:00:00Z', '2026-03-04T08:00:00Z', '2026-03-05T08:00:00Z', '2026-03-09T08:00:00Z']],
  ])('is sent weekly on the next working day when the machine slept %s, once', async (_how, moments) => {
    await sold();
    await looks(database.db, '2026-02-26T08:00:00Z');
    await sets(database.db, { frequency: 'weekly' });
    for (const moment of moments) await looks(database.db, moment);
    const days = (await daysReminded(database.db)).filter((day) => day >= '2026-03-01');
    expect(days).toEqual([moments[1]?.slice(0, 10), '2026-03-09']);
  });

  it('is sent weekly on the next working day when Slack was down all day, with the expiring seats', async () => {
    const { db } = database;
    await sold({ assignBy: '2026-03-09' });
    await looks(db, '2026-02-28T08:00:00Z');
    await sets(db, { frequency: 'weekly' });
    await looks(db, MONDAY);
    expect(await expiringOrders(db, 1, '2026-03-02')).toEqual([1]);
    expect(await deliveredAt(db, '2026-03-02T12:00:01Z')).toEqual([]);
    await looks(db, TUESDAY);
    expect(await deliveredAt(db, TUESDAY)).toEqual(['1/2026-03-03']);
    expect(await expiringOrders(db, 1, '2026-03-03')).toEqual([1]);
    await looksDaily(db, '2026-03-04T08:00:00Z', 2);
    expect(await daysReminded(db)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('is sent weekly on the next working day when its new time has already passed, as the form says', async () => {
    const { db } = database;
    await sold();
    await sets(db, { frequency: 'weekly', time: '15:00' });
    const at11 = { now: at('2026-03-02T10:00:00Z'), calendar: holidayCalendar };
    const form = { frequency: 'weekly', time: '09:00', days: ['1', '2', '3'], to: 'channel', country: undefined };
    const more = { customer: 'ACME', timezone: 'Europe/Paris', locale: 'en' };
    const version = settingsVersion(await getReminderSettings(db, 1));
    const { next } = await changeReminders(db, { ...form, version, ...more }, sales, at11);
    expect(next).toBe('2026-03-03');
    await looksDaily(db, '2026-03-02T10:00:00Z', 3);
    expect(await daysReminded(db)).toEqual(['2026-03-03']);
    const { next: following } = await remindersOf(db, 1, { ...at11, now: at('2026-03-04T10:00:00Z') });
    expect(following).toBe('2026-03-09');
  });

  it('keeps both of two concurrent changes to its settings', async () => {
    const other = openProductDatabase(database.url);
    const at11 = { now: at('2026-03-02T10:00:00Z'), calendar: holidayCalendar };
    const version = snoozeVersion(await getReminderSettings(database.db, 1));
    const changes = [
      snoozeReminders(database.db, { customer: 'ACME', for: 'date', until: '2026-03-20', version }, sales, at11),
      remindWeekly(other, { customer: 'ACME' }, sales, at11),
    ];
    await Promise.all(changes).finally(() => other.destroy());
    const settings = await getReminderSettings(database.db, 1);
    expect(settings).toMatchObject({ frequency: 'weekly', snoozedUntil: '2026-03-20' });
  });

  it('takes one of two settings saved at the same moment, and refuses the other', async () => {
    const other = openProductDatabase(database.url);
    const at11 = { now: at('2026-03-02T10:00:00Z'), calendar: holidayCalendar };
    const version = settingsVersion(await getReminderSettings(database.db, 1));
    const form = { frequency: 'daily', days: ['1'], to: 'channel', country: undefined, version };
    const more = { customer: 'ACME', timezone: 'Europe/Paris', locale: 'en' };
    const saves = [
      changeReminders(database.db, { ...form, ...more, time: '07:00' }, sales, at11),
      changeReminders(other, { ...form, ...more, time: '08:00' }, sales, at11),
    ];
    const ended = await Promise.allSettled(saves).finally(() => other.destroy());
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await count(database.db, 'ledger', { action: 'reminders.changed' })).toBe(1);
  });

  it('is sent weekly on the day a snooze ends, and then on Mondays again', async () => {
    await sold();
    await sets(database.db, { frequency: 'weekly', snoozedUntil: '2026-03-05' });
    await looksDaily(database.db, MONDAY, 9);
    expect(await daysReminded(database.db)).toEqual(['2026-03-05', '2026-03-09']);
  });

  it.each([
    ['FR', 'Europe/Paris', '2026-05-01', '2026-04-30', '2026-05-04'],
    ['US', 'America/New_York', '2026-11-26', '2026-11-25', '2026-11-27'],
    ['NZ', 'Pacific/Auckland', '2026-10-26', '2026-10-23', '2026-10-27'],
    ['JP', 'Asia/Tokyo', '2026-07-20', '2026-07-17', '2026-07-21'],
  ])(
    'is not sent on a public holiday of %s, but is sent on the days around it',
    async (country, timezone, day, ...around) => {
      const { db } = database;
      await sold();
      await sets(db, { country, timezone });
      const eve = at(`${day}T00:00:00Z`).minus({ days: 4 });
      for (let hour = 0; hour < 9 * 24; hour += 1) await looks(db, eve.plus({ hours: hour }).toISO());
      const days = await daysReminded(db);
      expect(days).toEqual(expect.arrayContaining(around));
      expect(days).not.toContain(day);
    },
  );

  it('goes to the channel, or to each coordinator by choice or if there is no channel', async () => {
    const { db } = database;
    await sold();
    await looks(db, MONDAY);
    expect(await placesReminded(db, '2026-03-02')).toEqual(['C0ACME00001']);
    await sets(db, { to: 'direct' });
    await looks(db, TUESDAY);
    expect(await placesReminded(db, '2026-03-03')).toEqual(['U0CARLOS001', 'U0CLAIRE001']);
    await sets(db, { to: 'channel' });
    await db('customers').update({ channel: null });
    await looks(db, '2026-03-04T08:00:00Z');
    expect(await placesReminded(db, '2026-03-04')).toEqual(['U0CARLOS001', 'U0CLAIRE001']);
  });

  it('is sent once on a date when the customer changes time zone that day', async () => {
    await sold();
    await looks(database.db, MONDAY);
    await sets(database.db, { timezone: 'America/New_York' });
    await looks(database.db, '2026-03-02T14:00:00Z');
    await looks(database.db, '2026-03-03T14:00:00Z');
    expect(await daysReminded(database.db)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it.each([
    ['2026-03-02T11:59:59Z', ['1/2026-03-02'], 'sent'],
    ['2026-03-02T12:00:01Z', [], 'dead'],
  ])('that waits until %s is delivered as %j', async (instant, reached, state) => {
    const { db } = database;
    await sold();
    await looks(db, '2026-03-02T08:30:00Z');
    expect(await deliveredAt(db, instant)).toEqual(reached);
    expect(await db('outbox').where({ kind: 'reminder' })).toMatchObject([{ state }]);
  });
});

/** Empties the outbox at that instant; returns the delivered reminders. */
async function deliveredAt(db: Database, instant: string): Promise<string[]> {
  const delivered: string[] = [];
  const deliver = async ({ kind, subject }: ClaimedMessage) => {
    if (kind === reminder.kind) delivered.push(subject);
    return { kind: 'nothing' as const };
  };
  const kinds = [...messagesOf(features).values()].map((message) => ({ ...message, deliver }));
  const log = pino({ level: 'silent' });
  const sender = new Sender({ db, log, now: () => at(instant), messages: messagesByKind(kinds), context: NO_CONTEXT });
  while ((await count(db, 'outbox', { state: 'pending' })) > 0) {
    await sender.round();
    await sender.drain();
  }
  return delivered;
}
