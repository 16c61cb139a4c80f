import { SYSTEM } from '../../../src/core/person';
import { toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { assignSeat } from '../../../src/features/assignments/assign-seat';
import { findCustomer } from '../../../src/features/customers/customers.sql';
import { importCatalogue } from '../../../src/features/imports/import-catalogue';
import { cancelOrder } from '../../../src/features/orders/cancel-order';
import { holidayCalendar } from '../../../src/features/reminders/holidays';
import { remind } from '../../../src/features/reminders/remind';
import { getReminderSettings, saveReminderSettings } from '../../../src/features/reminders/reminder-settings.sql';
import { catalogueOf } from '../catalogue';
import { aTrainee, coordinator, sales, sells } from '../people';
import { at } from '../time';
import { coordinatorsOf, type Sale, YEAR_CUSTOMERS, type YearCustomer } from './customers';
import { YEAR } from './expected';

const CATALOGUE = 'courses: [{ shortname: ANY-1, name: Any }]\nproducts: [{ code: ANY, name: Any course }]';
const HOUR = 3_600_000;

type Events = Map<string, () => Promise<void>>;

/** Lives the year hour by hour: first what people do then, then what the clock brings. Returns each sale's order. */
export async function liveYear(db: Database): Promise<Map<Sale, string>> {
  await importCatalogue(db, catalogueOf(CATALOGUE), SYSTEM, at('2026-01-01T00:00:00Z'));
  const orders = new Map<Sale, string>();
  const events: Events = new Map();
  for (const customer of YEAR_CUSTOMERS) {
    await addCustomer(db, customer);
    for (const sale of customer.sales) plan(db, customer, sale, orders, events);
  }
  for (let moment = YEAR.from; moment < YEAR.to; moment += HOUR) {
    const now = at(new Date(moment).toISOString());
    await events.get(toInstant(now))?.();
    events.delete(toInstant(now));
    await remind(db, { at: now, now, calendar: holidayCalendar });
  }
  if (events.size > 0) throw new Error(`Nobody came to ${[...events.keys()]}: not full hours.`);
  return orders;
}

async function addCustomer(db: Database, customer: YearCustomer): Promise<void> {
  const { code, timezone, time, days, frequency, country, to } = customer;
  const is = { code, name: code, channel: `C0${code}`, timezone, locale: 'en' as const };
  const catalogue = { courses: [], products: [], customers: [{ ...is, coordinators: coordinatorsOf(customer) }] };
  await importCatalogue(db, catalogue, SYSTEM, at('2026-01-01T00:00:00Z'));
  const id = (await findCustomer(db, code))?.id ?? 0;
  const settings = await getReminderSettings(db, id);
  await saveReminderSettings(db, id, { ...settings, time, days, frequency, country, to });
}

function plan(db: Database, customer: YearCustomer, sale: Sale, orders: Map<Sale, string>, events: Events): void {
  const { code } = customer;
  const { sold, seats, assignBy, usedUp, cancelled } = sale;
  add(events, sold, async () => {
    const { reference } = await sells(db, { customer: code, product: 'ANY', quantity: seats, assignBy }, at(sold));
    orders.set(sale, reference);
  });
  const pool = () => orders.get(sale) ?? '';
  if (cancelled) {
    add(events, cancelled, async () => {
      await cancelOrder(db, { order: pool(), reason: 'A mistake' }, sales, at(cancelled));
    });
  }
  if (usedUp) {
    add(events, usedUp, async () => {
      const [identity = sales] = coordinatorsOf(customer);
      const by = await coordinator(db, identity);
      const form = { customer: code, pool: pool(), course: 'ANY-1', start: undefined, end: undefined };
      for (let seat = 0; seat < seats; seat += 1) {
        await assignSeat(db, { ...form, trainee: aTrainee() }, by, at(usedUp));
      }
    });
  }
}

function add(events: Events, instant: string, event: () => Promise<void>): void {
  if (Date.parse(instant) >= YEAR.to) return;
  const key = toInstant(at(instant));
  const before = events.get(key);
  events.set(key, async () => {
    await before?.();
    await event();
  });
}
