import { toInstant } from '../../src/core/time';
import { addCoordinator, findCoordinator, removeCoordinator } from '../../src/features/coordinators/coordinators.sql';
import { answerAccess, settleNeedlessAccess } from '../../src/features/requests/answer-access';
import { grantRole } from '../../src/features/roles/granted-roles.sql';
import type { Person } from '../../src/playground/person';
import { openProductDatabase } from '../../src/product-database';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { type Office, openOffice } from '../support/office';
import { ada, admin, MORNING, sales, sells } from '../support/people';
import { allIsSaid, checksum, count } from '../support/tables';
import { eventually } from '../support/time';

const ACME = 'C0ACME00001';
const GLOBEX = 'C0GLOBEX001';
const noahId = { teamId: 'T000000001', userId: 'U0NOAH00001' };

describe.each(screenDatabases)('asking for access, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let noah: Person;
  let sonia: Person;
  let boss: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    [noah, sonia, boss] = ['noah', 'sonia', 'ada'].map((key) => office.workspace.person(key)) as [
      Person,
      Person,
      Person,
    ];
    await grantRole(database.db, { to: ada, role: 'sales', by: ada, at: toInstant(MORNING) });
    await sells(database.db, { quantity: 3 });
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    const failures = office?.workspace.failures;
    await office?.close();
    await database?.close();
    expect(failures).toEqual([]);
  });

  const request = () => database.db('access_requests').orderBy('id', 'desc').first();
  const toldInPrivate = (person: Person, channel = ACME) =>
    person
      .messages(channel)
      .filter(({ ephemeral }) => ephemeral)
      .at(-1);

  async function noahAsks(): Promise<void> {
    await noah.clicks('Attribuer une place', { channel: ACME });
    await noah.clicks('Ask for access', { channel: ACME });
    await allIsSaid(database.db);
  }

  it('is offered in the customer’s channel, reaches all of sales, and makes a coordinator in one press', async () => {
    await noahAsks();
    expect(toldInPrivate(noah)?.text).toContain('The sales team has your request to become a coordinator of');
    for (const person of [sonia, boss]) {
      expect(person.sees('Someone asks to assign Acme’s seats')).toBe(true);
      expect(person.sees('Asked by @Noah Newcomer')).toBe(true);
    }
    await sonia.clicks('Approve');
    expect(sonia.sees('@Noah Newcomer is a coordinator now and has been told.')).toBe(true);
    await allIsSaid(database.db);
    for (const person of [sonia, boss]) {
      expect(person.sees('Approved by @Sonia Sales')).toBe(true);
      expect(person.sees('[Approve]')).toBe(false);
    }
    expect(noah.sees('You’re now a coordinator of Acme')).toBe(true);
    await noah.clicks('Assign a seat', { channel: noah.is.directId });
    expect(noah.modal?.callback_id).toBe('assign_seat');
    expect(await findCoordinator(database.db, 1, noahId)).toMatchObject({ products: [], quota: undefined });
    for (const action of ['access.asked', 'access.approved']) {
      expect(await count(database.db, 'ledger', { action, subject: 'access:1' })).toBe(1);
    }
  });

  it('can be declined, politely, and repeated', async () => {
    await noahAsks();
    await boss.clicks('Decline');
    await allIsSaid(database.db);
    expect(noah.sees('Your request to assign Acme’s seats was declined')).toBe(true);
    expect(sonia.sees('Declined by @Ada Administrator')).toBe(true);
    expect(await findCoordinator(database.db, 1, noahId)).toBeUndefined();
    await noah.clicks('Ask for access', { channel: ACME });
    expect(await request()).toMatchObject({ id: 2, state: 'open' });
  });

  it('creates one request, however often the button is pressed', async () => {
    await noahAsks();
    await Promise.all([1, 2, 3].map(() => noah.clicks('Ask for access', { channel: ACME })));
    await noah.finds('The sales team already has your request for Acme');
    expect(await count(database.db, 'access_requests')).toBe(1);
    expect(await count(database.db, 'ledger', { action: 'access.asked' })).toBe(1);
  });

  it('is answered by the first person; the second learns who that was', async () => {
    await noahAsks();
    const other = openProductDatabase(database.url);
    const [first, second] = await Promise.all([
      answerAccess(database.db, 'access:1', 'approved', sales, MORNING),
      answerAccess(other, 'access:1', 'declined', admin, MORNING),
    ]).finally(() => other.destroy());
    expect(second.answer).toEqual(first.answer);
    const answers = ['access.approved', 'access.declined'];
    const row = await database.db('ledger').whereIn('action', answers).count({ count: '*' }).first();
    expect(Number(row?.count)).toBe(1);
    expect((await findCoordinator(database.db, 1, noahId)) !== undefined).toBe(first.answer?.kind === 'approved');
    await allIsSaid(database.db);
    const isSonias = first.answer?.by?.userId === sales.userId;
    await pressesForged(isSonias ? boss : sonia, {
      action: isSonias ? 'decline_access' : 'approve_access',
      value: 'access:1',
      channel: (isSonias ? boss : sonia).is.directId,
    });
    const told = toldInPrivate(isSonias ? boss : sonia, (isSonias ? boss : sonia).is.directId);
    expect(JSON.stringify(told?.blocks)).toContain(`<@${first.answer?.by?.userId}>`);
    expect(await count(database.db, 'coordinators', { customer_id: 1, user_id: noahId.userId })).toBe(
      first.answer?.kind === 'approved' ? 1 : 0,
    );
  });

  it('settles itself when the person becomes a coordinator another way', async () => {
    await noahAsks();
    await addCoordinator(database.db, 1, noahId, { products: [1], quota: 2 });
    await settleNeedlessAccess(database.db, MORNING);
    await settleNeedlessAccess(database.db, MORNING);
    await allIsSaid(database.db);
    expect(sonia.sees('Already done: they became a coordinator in the meantime')).toBe(true);
    expect(await request()).toMatchObject({ state: 'approved', answered_by_user: null });
    expect(await findCoordinator(database.db, 1, noahId)).toMatchObject({ products: [1], quota: 2 });
    expect(await count(database.db, 'ledger', { action: 'access.approved' })).toBe(1);
  });

  it('tells a coordinator who presses an old button that they already have access', async () => {
    await noah.runs('/seats list', ACME);
    await addCoordinator(database.db, 1, noahId);
    await noah.clicks('Ask for access', { channel: ACME });
    expect(toldInPrivate(noah)?.text).toBe('You can already see and assign Acme’s seats.');
    expect(await count(database.db, 'access_requests')).toBe(0);
    await removeCoordinator(database.db, 1, noahId);
  });

  it('is offered to another customer’s coordinator in the channel, and by help', async () => {
    await addCoordinator(database.db, 2, noahId);
    for (const [button, actionId] of [
      ['Attribuer une place', 'open_assign'],
      ['Rappels', 'open_reminders'],
      ['Tout voir', 'open_list'],
    ] as const) {
      await noah.clicks(button, { channel: ACME, actionId });
      expect(toldInPrivate(noah)?.text).toContain('You can’t assign these seats.');
      expect(JSON.stringify(toldInPrivate(noah)?.blocks)).toContain('ask_for_access');
    }
    await removeCoordinator(database.db, 2, noahId);
    await noah.runs('/seats', ACME);
    expect(JSON.stringify(toldInPrivate(noah)?.blocks)).toContain('ask_for_access');
  });

  it('is not offered outside a customer’s channel: people learn whom to ask', async () => {
    await noah.runs('/seats list', 'C0GENERAL01');
    expect(toldInPrivate(noah, 'C0GENERAL01')?.text).toContain('Ask the sales team');
    await noah.runs('/seats help', noah.is.directId);
    await noah.uses('list_seats');
    await noah.opensHome();
    await eventually('the Home is there', () => noah.state.home !== undefined);
    expect(noah.screen()).not.toContain('[Ask for access]');
    await noah.closes();
  });

  it.each([
    ['another customer than the channel’s', 'GLOBEX', ACME],
    ['another channel', GLOBEX, ACME],
    ['a customer where no customer is', 'ACME', 'C0GENERAL01'],
    ['nothing', '', ACME],
    ['nothing where no customer is', '', 'C0GENERAL01'],
  ])('is refused for a button that names %s', async (_what, value, channel) => {
    const before = await checksum(database.db, { without: ['outbox'] });
    await pressesForged(noah, { action: 'ask_for_access', value, channel });
    expect(toldInPrivate(noah, channel)?.text).toBe('This form is out of date. Close it and open it again.');
    expect(await checksum(database.db, { without: ['outbox'] })).toBe(before);
  });

  it('is answered by sales only', async () => {
    await noahAsks();
    const before = await checksum(database.db, { without: ['outbox'] });
    for (const action of ['approve_access', 'decline_access']) {
      await pressesForged(noah, { action, value: 'access:1', channel: ACME });
      expect(toldInPrivate(noah)?.text).toContain('You have no role here yet.');
    }
    await pressesForged(sonia, { action: 'approve_access', value: 'access:99', channel: ACME });
    expect(toldInPrivate(sonia)?.text).toBe('We can’t find this request. Open it again from its message.');
    expect(await checksum(database.db, { without: ['outbox'] })).toBe(before);
  });
});
