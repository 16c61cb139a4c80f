import { eachDatabase, type TestDatabase } from '../support/databases';
import { fill } from '../support/office';
import { assigns, sells } from '../support/people';
import { checksum } from '../support/tables';

/** Acme's order 1 holds seats 1 to 3 and the assignment of seat 1 to trainee 1; Globex's order 2 holds seats 4 to 6. */
const ASSIGN = 'insert into assignments (customer_id, order_id, seat_id, trainee_id, course_id, role, start_date,';
const values = (...[customer, order, seat, trainee, course]: number[]) =>
  `${ASSIGN} assigned_at) values (${customer}, ${order}, ${seat}, ${trainee}, ${course}, 'student', '2026-03-02', 'x')`;

const refused: [string, string][] = [
  ['a second active assignment of a seat', values(1, 1, 1, 1, 2)],
  ['a second seat for the same trainee in the same course', values(1, 1, 2, 1, 1)],
  ['another customer’s seat in an order', values(1, 1, 4, 1, 2)],
  ['another customer’s order', values(1, 2, 4, 1, 2)],
  ['another customer’s trainee', values(2, 2, 4, 1, 2)],
  ['an unknown seat', values(1, 1, 99, 1, 2)],
  ['an unknown course', values(1, 1, 2, 1, 99)],
  ['a last day before the first', "update assignments set end_date = '2026-03-01'"],
  ['a change of the ledger', "update ledger set reason = 'x' where id = 1"],
  ['the deletion of a ledger row', 'delete from ledger where id = 1'],
  ['a seat in an unknown state', "update seats set state = 'lost' where id = 2"],
  ['a message in an unknown state', "update outbox set state = 'lost'"],
  ['a customer with an unknown language', "update customers set locale = 'de'"],
  ['an order of zero units', 'update orders set quantity = 0'],
  ['an order that is too large', 'update orders set quantity = 10001'],
  ['an order cancelled without a reason', "update orders set cancelled_at = 'x'"],
  ['a reason without a cancellation', "update orders set cancel_reason = 'x'"],
  ['a product that makes no seats', 'update products set pack_size = 0'],
  ['a product that ends before it starts', "update products set start_date = '2026-03-02', end_date = '2026-03-01'"],
  ['two customers with one code', "update customers set code_key = 'acme'"],
  ['two customers with one channel', "update customers set channel = 'C1'"],
  ['two courses with one short name', "update courses set shortname_key = 'excel-1'"],
  ['two trainees with one address', "insert into trainees select 9, customer_id, email, 'x', 'x', 'x' from trainees"],
  ['the deletion of an order with seats', 'delete from orders where id = 2'],
  ['the deletion of an assigned seat', 'delete from seats where id = 1'],
  ['the deletion of a trainee with an assignment', 'delete from trainees'],
  ['a message twice', "update outbox set dedupe_key = 'one'"],
];

describe.each(eachDatabase)('the tables, on $name,', ({ open }) => {
  let database: TestDatabase;
  let before: string;

  beforeAll(async () => {
    database = await open();
    await fill(database.db);
    await sells(database.db, { quantity: 3 });
    await sells(database.db, { customer: 'GLOBEX', quantity: 3 });
    await assigns(database.db, { start: '2026-03-02' });
    before = await checksum(database.db);
  });

  afterAll(() => database?.close());

  it.each(refused)('refuse %s', async (_, sql) => {
    await expect(database.db.raw(sql)).rejects.toThrow(/constraint|violates|append-only/i);
    expect(await checksum(database.db)).toBe(before);
  });

  it('allow a new assignment of a seat and a trainee once the first one has ended', async () => {
    await database.db
      .transaction(async (tx) => {
        await tx('assignments').update({ ended_at: '2026-03-03T00:00:00.000Z' });
        await tx.raw(values(1, 1, 1, 1, 1));
        expect(await tx('assignments').whereNull('ended_at')).toHaveLength(1);
        await tx.rollback();
      })
      .catch((error) => expect(String(error)).toContain('rollback'));
    expect(await checksum(database.db)).toBe(before);
  });
});
