import { addCoordinator } from '../../../src/features/coordinators/coordinators.sql';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { assigns, aTrainee, claire, colleague, gus, MORNING, sells, sonia } from '../../support/people';
import { aSubmission, type Reply, SignedClient, type Submission } from '../../support/signed-client';
import { checksum, count } from '../../support/tables';
import { at } from '../../support/time';

const THRICE = [1, 2, 3];
type Deliver = (send: () => Promise<Reply>) => Promise<Reply[]>;

const inTurn: Deliver = async (send) => {
  const replies: Reply[] = [];
  for (const _ of THRICE) replies.push(await send());
  return replies;
};
const atOnce: Deliver = (send) => Promise.all(THRICE.map(send));
const ways: [string, Deliver][] = [
  ['in turn', inTurn],
  ['all at once', atOnce],
];

describe.each(eachDatabase)('a repeated submission, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let client: SignedClient;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    client = new SignedClient(office.workspace);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it.each(ways)('makes one order when delivered three times %s', async (_, deliver) => {
    const sale = aSubmission('generate_seats', { customer: 'ACME', product: 'OFFICE-PACK', quantity: '2' });
    const replies = await deliver(() => client.submits(sonia, sale));
    expectOneAnswer(replies, 'B0000000001');
    expect(await count(database.db, 'orders')).toBe(1);
    expect(await count(database.db, 'seats')).toBe(20);
    expect(await count(database.db, 'ledger', { action: 'order.generated' })).toBe(1);
    expect(await count(database.db, 'outbox', { kind: 'order.announce' })).toBe(1);
  });

  it.each(ways)('makes one assignment when delivered three times %s', async (_, deliver) => {
    await sells(database.db, { quantity: 5 });
    const replies = await deliver(() => client.submits(claire, alice));
    expectOneAnswer(replies, 'Alice Martin');
    expect(await count(database.db, 'assignments')).toBe(1);
    expect(await count(database.db, 'seats', { state: 'unassigned' })).toBe(4);
    expect(await count(database.db, 'ledger', { action: 'seat.assigned' })).toBe(1);
  });

  it.each(ways)('uses one seat for a one-line command delivered three times %s', async (_, deliver) => {
    await sells(database.db, { quantity: 5 });
    const { trainee } = await assigns(database.db, { course: 'EXCEL-2' });
    const typed = { trigger: '1337.42.abcdef', channel: 'C0ACME00001' };
    const replies = await deliver(() => client.runs(claire, `assign ${trainee.email} EXCEL-1`, typed));
    expectOneAnswer(replies, trainee.lastName);
    expect(await count(database.db, 'assignments')).toBe(2);
    expect(await count(database.db, 'seats', { state: 'unassigned' })).toBe(3);
  });

  it('is refused from another person', async () => {
    await addCoordinator(database.db, 1, colleague);
    await sells(database.db, { quantity: 5 });
    await client.submits(claire, alice);
    const before = await checksum(database.db, { without: ['outbox'] });
    for (const other of [colleague, gus, sonia]) {
      const reply = await client.submits(other, alice);
      expect(reply.status).toBe(200);
      expect(reply.text).not.toMatch(/S-[0-9A-Z]{6}|Alice|Martin/);
    }
    expect(await checksum(database.db, { without: ['outbox'] })).toBe(before);
  });

  it('succeeds with corrected values after a refusal', async () => {
    await sells(database.db, { quantity: 5 });
    const wrong = { ...alice, values: { ...alice.values, email: 'nobody', course: 'WORD-1' } };
    const half = { ...alice, values: { ...alice.values, course: 'WORD-1' } };
    expect((await client.submits(claire, wrong)).body.errors).toEqual({ email: expect.stringContaining('@') });
    expect((await client.submits(claire, half)).body.errors).toEqual({ course: expect.any(String) });
    expect(await count(database.db, 'trainees')).toBe(0);
    expect((await client.submits(claire, alice)).body.response_action).toBe('update');
    expect(await count(database.db, 'assignments')).toBe(1);
  });

  it('cancels an order once and gives the same answer each time', async () => {
    const { reference } = await sells(database.db, { quantity: 2 });
    const metadata = JSON.stringify({ order: reference });
    const cancel = { ...aSubmission('cancel_order', { reason: 'A mistake' }), metadata };
    expectOneAnswer(await atOnce(() => client.submits(sonia, cancel)), reference);
    expect(await count(database.db, 'ledger', { action: 'order.cancelled' })).toBe(1);
  });

  it('gets the first result even after midnight, when its first day has passed', async () => {
    const { db } = database;
    await sells(db, { quantity: 5 });
    const wish = { trainee: aTrainee(), start: '2026-03-02' };
    const first = await assigns(db, wish, at('2026-03-02T22:59:59Z'), 'one submission');
    const again = await assigns(db, wish, at('2026-03-02T23:00:01Z'), 'one submission');
    expect(again).toEqual(first);
  });
});

const alice: Submission = aSubmission('assign_seat', {
  trainee: 'new',
  first_name: 'Alice',
  last_name: 'Martin',
  email: 'alice.martin@example.com',
  course: 'EXCEL-1',
  start_date: '2026-03-02',
});

function expectOneAnswer(replies: Reply[], holding: string): void {
  expect(replies.map(({ status }) => status)).toEqual(THRICE.map(() => 200));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(replies[0]?.text).toContain(holding);
  expect(replies[0]?.body.response_action ?? replies[0]?.body.response_type).toMatch(/update|ephemeral/);
}
