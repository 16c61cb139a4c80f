import type { Identity } from '../../src/core/identity';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { claire, gus, sonia } from '../support/people';
import { ACME_ORDER, FAILED, OWN_ORDER, openRivals, type Rivals, SECRETS } from '../support/rivals';
import { aSubmission, type Reply } from '../support/signed-client';
import { checksum } from '../support/tables';

const GARBAGE = [
  '',
  '{',
  'null',
  '[]',
  '"ZEBRA"',
  '{"customer":{"code":"ACME"},"pool":[1]}',
  '{"__proto__":{"pool":1}}',
];
const alice = { course: 'EXCEL-1', trainee: 'new', first_name: 'Al', last_name: 'Ice', email: 'alice@example.com' };

describe.each(screenDatabases)('forged forms from a Globex coordinator, on $name', ({ open }) => {
  let database: TestDatabase;
  let rivals: Rivals;
  let before: string;

  beforeAll(async () => {
    database = await open();
    rivals = await openRivals(database);
  });

  beforeEach(async () => {
    before = await checksum(database.db, { without: ['outbox'] });
  });

  afterAll(async () => {
    await rivals?.office.close();
    await database?.close();
  });

  afterEach(async () => expect(await checksum(database.db, { without: ['outbox'] })).toBe(before));

  const submits = (modal: string, values: Record<string, string>, metadata = '', by: Identity = gus) =>
    rivals.client.submits(by, { ...aSubmission(modal, values), metadata });

  const offers = (field: string, metadata: string, by: Identity = gus) =>
    rivals.client.types(by, field, '', { ...aSubmission('assign_seat', {}), metadata });

  it.each<[string, Record<string, string>, string]>([
    ['another customer’s order', { ...alice, pool: ACME_ORDER }, ''],
    ['another customer’s order in the notes', alice, `{"pool":"${ACME_ORDER}"}`],
    ['another customer', { ...alice, customer: 'ACME' }, ''],
    ['another customer in the notes', alice, '{"customer":"ACME"}'],
    ['another customer’s trainee', { course: 'EXCEL-1', trainee: '1' }, ''],
    ['a trainee who never was', { course: 'EXCEL-1', trainee: '999999999' }, ''],
    ['a trainee of nonsense', { course: 'EXCEL-1', trainee: '1; drop' }, ''],
    ['a course that is not for these seats', { ...alice, course: 'WORD-1', pool: OWN_ORDER }, ''],
    ['a course that never was', { ...alice, course: 'NO-SUCH' }, ''],
    ['a course of nonsense', { ...alice, course: 'NO\u0000SUCH' }, ''],
    ['a customer of nonsense', { ...alice, customer: 'NO\u0000SUCH' }, ''],
    ['an order that never was', { ...alice, pool: 'B9999999999' }, ''],
    ['an order that never was in the notes', alice, '{"pool":"B9999999999"}'],
    ['days of nonsense', { ...alice, start_date: '2026-02-31', end_date: 'tomorrow' }, ''],
    ['a day beyond all calendars', { ...alice, start_date: '9999-12-31' }, ''],
    ['an address of nonsense', { ...alice, email: 'a\u0007b@example.com' }, ''],
  ])('are refused politely when they assign with %s', async (_, values, metadata) => {
    expectPolite(await submits('assign_seat', values, metadata));
  });

  it.each<[string, Record<string, string>, string]>([
    ['generate_seats', { customer: 'GLOBEX', product: 'ANY-SEAT', quantity: '1' }, ''],
    ['cancel_order', { reason: 'Because' }, `{"order":"${OWN_ORDER}"}`],
    ['cancel_order', { reason: 'Because' }, `{"order":"${ACME_ORDER}"}`],
    ['cancel_order', { reason: 'Because' }, '{"order":"B9999999999"}'],
    ['cancel_order', { reason: 'Because' }, '{'],
    ['list_seats', { customer: 'ACME' }, ''],
    ['list_seats', {}, '{"customer":"ACME"}'],
    ['no_such_form', {}, ''],
    ['toString', {}, ''],
  ])('are refused politely as %s with %j and metadata %s', async (modal, values, metadata) => {
    expectPolite(await submits(modal, values, metadata));
  });

  it.each(GARBAGE)('show only the person’s own data for invalid metadata: %s', async (metadata) => {
    const list = await submits('list_seats', {}, metadata);
    expect(list.text).toMatch(/\d unassigned seats for Globex/);
    const trainees = await offers('trainee', metadata);
    expect(JSON.parse(trainees.text).options[0].value).toBe('new');
    expect(list.text + trainees.text).not.toMatch(SECRETS);
  });

  it.each(['{"customer":"ACME"}', `{"pool":"${ACME_ORDER}"}`])(
    'offer nothing of other customers: %s',
    async (notes) => {
      for (const field of ['customer', 'pool', 'course', 'trainee', 'no_such_field']) {
        const offered = await offers(field, notes);
        expect(offered.status).toBe(200);
        expect(offered.text).not.toMatch(SECRETS);
      }
    },
  );

  it.each([claire, sonia])(
    'from another workspace have no role, even with a user id that exists here: $userId',
    async ({ userId }) => {
      const namesake = { teamId: gus.teamId, userId };
      const reply = await submits('assign_seat', { ...alice, pool: ACME_ORDER }, '', namesake);
      expectPolite(reply);
      expect(reply.text).toContain('You have no role here yet.');
      expectPolite(await submits('list_seats', { customer: 'ACME' }, '', namesake));
      expect((await offers('trainee', '{"customer":"ACME"}', namesake)).body).toEqual({ options: [] });
    },
  );
});

function expectPolite(reply: Reply): void {
  expect(reply.status).toBe(200);
  expect(reply.body.response_action).toMatch(/errors|push/);
  expect(reply.text).not.toMatch(SECRETS);
  expect(reply.text).not.toMatch(FAILED);
}
