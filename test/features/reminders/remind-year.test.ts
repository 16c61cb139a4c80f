import { orderReference } from '../../../src/core/reference';
import { findCustomer } from '../../../src/features/customers/customers.sql';
import { reminderSubject } from '../../../src/features/reminders/reminder';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { scope } from '../../support/scope';
import { type Sale, YEAR_CUSTOMERS, type YearCustomer } from '../../support/year/customers';
import { expectedAlerts, expectedReminders } from '../../support/year/expected';
import { liveYear } from '../../support/year/live';

describe.each(screenDatabases)(`${scope('a quarter', 'a year')} of reminders, hour by hour, on $name`, ({ open }) => {
  let database: TestDatabase;
  let orders: Map<Sale, string>;

  beforeAll(async () => {
    database = await open();
    orders = await liveYear(database.db);
  }, 900_000);

  afterAll(() => database?.close());

  it.each(YEAR_CUSTOMERS)(
    'reminds $code once on each expected day, within the hour, and on no other day',
    async (customer) => {
      const expected = expectedReminders(customer);
      expect(expected.length).toBeGreaterThan(scope(1, 5));
      expect(await reminders(customer)).toEqual(expected);
    },
  );

  it('alerts to expiring seats 60, 30, 7 days and 1 day ahead, once each', async () => {
    const expected = YEAR_CUSTOMERS.flatMap((customer) =>
      expectedAlerts(customer).map(({ sale, threshold, day }) => {
        const order = orders.get(customer.sales[sale] as Sale);
        return `${order} ${threshold} ${day}`;
      }),
    );
    expect(await alerts()).toEqual(expected.sort());
  });

  it('has no late reminder', async () => {
    expect(await database.db('reminders').where({ outcome: 'late' })).toEqual([]);
  });

  /** The reminders queued for the customer, as `day outcome place instant`. */
  async function reminders({ code }: YearCustomer): Promise<string[]> {
    const { db } = database;
    const id = (await findCustomer(db, code))?.id ?? 0;
    const outcomes = new Map<string, string>();
    for (const { day, outcome } of await db('reminders').where({ customer_id: id })) {
      outcomes.set(reminderSubject(id, day), outcome);
    }
    const rows = await db('outbox').where({ kind: 'reminder' }).orderBy(['created_at', 'lane']);
    return rows
      .filter(({ subject }) => outcomes.has(subject))
      .map(({ subject, lane, created_at }) => {
        const day = subject.split('/')[1];
        return `${day} ${outcomes.get(subject)} ${lane} ${created_at}`;
      });
  }

  /** The alerts raised, as `order threshold day`. */
  async function alerts(): Promise<string[]> {
    const rows = await database.db('expiry_alerts').whereNotNull('day');
    return rows.map(({ order_id, threshold, day }) => `${orderReference(order_id)} ${threshold} ${day}`).sort();
  }
});
