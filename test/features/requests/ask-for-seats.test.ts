import { declineRequest } from '../../../src/features/requests/answer-request';
import { type AskForm, askForSeats } from '../../../src/features/requests/ask-for-seats';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { fill } from '../../support/office';
import { claire, coordinator, gus, MORNING, refusal, sales, sells } from '../../support/people';
import { count } from '../../support/tables';

describe.each(eachDatabase)('a request for more seats, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    await sells(database.db);
  });

  afterEach(() => database?.close());

  async function asks(wish: Partial<AskForm> = {}, by = claire, submission?: string) {
    const person = await coordinator(database.db, by);
    const form = { customer: 'ACME', product: 'EXCEL-SEAT', seats: 5, reason: 'New people', ...wish };
    return askForSeats(database.db, form, person, MORNING, submission);
  }

  const generates = () => sells(database.db, { quantity: 5, request: 'request:1' });
  const declines = () => declineRequest(database.db, { request: 'request:1', reason: 'No' }, sales, MORNING);

  it.each([
    [{ seats: 0 }, 'seats'],
    [{ seats: 100_001 }, 'seats'],
    [{ seats: 1.5 }, 'seats'],
    [{ product: 'NO-SUCH-SEAT' }, 'product'],
    [{ product: undefined }, 'product'],
    [{ reason: 'x'.repeat(501) }, 'reason'],
  ])('is refused beside the field for %j', async (wish, field) => {
    await expect(asks(wish)).rejects.toMatchObject({ refusals: [{ field }] });
    expect(await count(database.db, 'seat_requests')).toBe(0);
  });

  it('is refused for coordinators of another customer', async () => {
    expect(await refusal(asks({}, gus))).toBe('customer.unknown');
  });

  it('is created once, however often the form arrives', async () => {
    const [first, second] = await Promise.all([asks({}, claire, 'V1:h'), asks({}, claire, 'V1:h')]);
    expect(second.id).toBe(first.id);
    expect(await count(database.db, 'seat_requests')).toBe(1);
    expect(await count(database.db, 'ledger', { action: 'seats.asked', subject: 'request:1' })).toBe(1);
  });

  it('accepts one of several concurrent answers, and only that answer’s order', async () => {
    await asks();
    const outcomes = await Promise.allSettled([generates(), generates(), declines()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason.message).toBe('request.answered');
    }
    const { state } = await found(database.db('seat_requests').first());
    expect(await count(database.db, 'orders')).toBe(state === 'done' ? 2 : 1);
  });

  it('is not answered by an order for another customer', async () => {
    await asks();
    const other = sells(database.db, { customer: 'GLOBEX', request: 'request:1' });
    expect(await refusal(other)).toBe('request.other_customer');
    expect(await count(database.db, 'orders')).toBe(1);
  });

  it.each(['request:99', 'request:', 'B0000000001', "request:1'"])('is unknown under %s', async (reference) => {
    await asks();
    const declined = declineRequest(database.db, { request: reference, reason: 'No' }, sales, MORNING);
    expect(await refusal(declined)).toBe('request.unknown');
  });

  it('is declined by sales only, and only with a reason', async () => {
    await asks();
    const form = { request: 'request:1', reason: 'No' };
    const byClaire = declineRequest(database.db, form, await coordinator(database.db, claire), MORNING);
    expect(await refusal(byClaire)).toBe('access.sales_only');
    const silent = declineRequest(database.db, { ...form, reason: '  ' }, sales, MORNING);
    expect(await refusal(silent)).toBe('reason.missing');
    expect((await found(database.db('seat_requests').first())).state).toBe('open');
  });
});
