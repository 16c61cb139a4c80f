import type { Changes } from '../../../src/database/columns';
import { declineRequest } from '../../../src/features/requests/answer-request';
import { askForSeats } from '../../../src/features/requests/ask-for-seats';
import { saveProfile } from '../../../src/features/roles/profiles.sql';
import { requeue } from '../../../src/outbox/outbox-overview';
import type { Person } from '../../../src/playground/person';
import { PERSON_ERRORS } from '../../../src/slack/failures';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { coordinator, gus as gusIdentity, sales, sells, sonia as soniaIdentity } from '../../support/people';
import { allIsSaid, count } from '../../support/tables';
import { at, eventually } from '../../support/time';

const SUNDAY = at('2026-03-01T15:00:00Z');
/** 09:00 in New York. */
const MONDAY = at('2026-03-02T14:00:00Z');
const TOLD = 'One of Globex’s coordinators can’t be reached by direct message.';

describe.each(screenDatabases)('an unreachable coordinator, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { startsAt: SUNDAY });
    sonia = office.workspace.person('sonia');
    await sells(database.db, { customer: 'GLOBEX', quantity: 5 }, SUNDAY);
    expect(await sonia.finds('Globex’s training seats')).toBe(true);
    await changes({ reminder_to: 'direct' });
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const changes = (customer: Changes<'customers'>) =>
    database.db('customers').where({ code: 'GLOBEX' }).update(customer);
  const fails = (error: string, times = 1) =>
    office.workspace.faults.next('chat.postMessage', { kind: 'error', error }, { times });
  const told = (about = TOLD) => sonia.messages(sonia.is.directId).filter(({ text }) => text.startsWith(about));
  /** Makes Gus's reminder fail for good. */
  const isGivenUp = async (moment = MONDAY) => {
    const dead = { kind: 'reminder', state: 'dead' } as const;
    const before = await count(database.db, 'outbox', dead);
    office.workspace.clock.moveTo(moment);
    await eventually('it is given up', async () => (await count(database.db, 'outbox', dead)) === before + 1);
    await allIsSaid(database.db);
  };
  const triesAgain = async () => {
    await database.db('outbox').whereNot({ state: 'sent' }).update({ due_at: '' });
    await allIsSaid(database.db);
  };
  const asks = async (by: Promise<Parameters<typeof askForSeats>[2]>) => {
    const form = { customer: 'GLOBEX', product: 'EXCEL-SEAT', seats: 5, reason: 'New people' };
    await askForSeats(database.db, form, await by, SUNDAY);
    await allIsSaid(database.db);
  };
  const declines = async () => {
    await declineRequest(database.db, { request: 'request:1', reason: 'No' }, sales, SUNDAY);
    await allIsSaid(database.db);
  };

  it.each([
    ['user_not_found', 'Slack doesn’t know this person.'],
    ['user_disabled', 'Their Slack account is deactivated.'],
    ['account_inactive', 'Their Slack account is deactivated.'],
    ['user_not_visible', 'This app isn’t in any channel with them.'],
    ['channel_not_found', 'This app isn’t in any channel with them.'],
    ['invalid_user_combination', 'This app isn’t in any channel with them.'],
    ['cannot_dm_bot', 'This is an app, not a person.'],
    ['is_bot', 'This is an app, not a person.'],
    ['messages_tab_disabled', 'Direct messages from this app are turned off in Slack.'],
  ])('is reported to sales, with the reason: %s', async (error, reason) => {
    fails(error);
    await isGivenUp();
    const cure = 'Choose another coordinator, or send the reminders to the customer’s channel.';
    expect(told()).toMatchObject([{ text: `${TOLD} ${reason} ${cure}` }]);
    expect(JSON.stringify(told()[0]?.blocks)).toContain('Coordinator: <@U0GUS000001>');
    expect(PERSON_ERRORS).toContain(error);
  });

  it('is reported with a button to the reminder settings', async () => {
    fails('user_disabled');
    await isGivenUp();
    await sonia.clicks('Reminders', { channel: sonia.is.directId });
    await sonia.submits({ send_to: 'channel' });
    expect(sonia.errors).toEqual({});
    office.workspace.clock.moveTo(MONDAY.plus({ days: 1 }));
    expect(await sonia.finds('5 unassigned seats for Globex')).toBe(true);
  });

  it('is reported once, however many messages fail', async () => {
    fails('user_disabled');
    await isGivenUp();
    fails('user_not_found');
    await isGivenUp(MONDAY.plus({ days: 1 }));
    await asks(coordinator(database.db, gusIdentity));
    fails('user_not_found');
    await declines();
    expect(await count(database.db, 'outbox', { state: 'dead' })).toBe(3);
    expect(told()).toHaveLength(1);
  });

  it('is reported in the seller’s language', async () => {
    await saveProfile(database.db, soniaIdentity, { locale: 'fr', checkedAt: '2099-01-01T00:00:00.000Z' });
    fails('user_disabled');
    await isGivenUp();
    expect(told('Un coordinateur de Globex')).toMatchObject([
      { text: expect.stringContaining('Son compte Slack est désactivé. Choisissez un autre coordinateur') },
    ]);
  });

  it('is reported without that button if the customer has no channel', async () => {
    await changes({ channel: null });
    fails('user_disabled');
    await isGivenUp();
    expect(told()[0]?.text).toContain('Choose another coordinator, or give the customer a channel.');
    expect(JSON.stringify(told()[0]?.blocks)).not.toContain('open_reminders');
  });

  it('is also noticed when the answer to a request fails, while reminders go to the channel', async () => {
    await changes({ reminder_to: 'channel' });
    await asks(coordinator(database.db, gusIdentity));
    fails('user_disabled');
    await declines();
    expect(told()).toMatchObject([{ text: `${TOLD} Their Slack account is deactivated. Choose another coordinator.` }]);
  });

  it('is not a sales person who asked for seats', async () => {
    await asks(Promise.resolve(sales));
    fails('user_disabled');
    await declines();
    expect(await count(database.db, 'outbox', { kind: 'request.answered', state: 'dead' })).toBe(1);
    expect(await count(database.db, 'outbox', { kind: 'coordinator.unreachable' })).toBe(0);
  });

  it('causes no further report if sales are unreachable too', async () => {
    fails('user_disabled', 2);
    await isGivenUp();
    const dead = await database.db('outbox').where({ state: 'dead' }).orderBy('id');
    expect(dead.map(({ kind }) => kind)).toEqual(['reminder', 'coordinator.unreachable']);
    expect(await count(database.db, 'outbox', { kind: 'coordinator.unreachable' })).toBe(1);
    expect(told()).toEqual([]);
  });

  it('is not reported when Slack refuses the message itself', async () => {
    fails('msg_too_long');
    await isGivenUp();
    expect(await count(database.db, 'outbox', { kind: 'coordinator.unreachable' })).toBe(0);
  });

  it('is not reported when the message is too late', async () => {
    office.workspace.faults.switchOn('slack_down');
    office.workspace.clock.moveTo(MONDAY);
    const tried = { kind: 'reminder', state: 'unknown' } as const;
    await eventually('it is tried', async () => (await count(database.db, 'outbox', tried)) === 1);
    await database.db('outbox').where({ kind: 'reminder' }).update({ expires_at: '2026-01-01T00:00:00.000Z' });
    office.workspace.faults.clear();
    await triesAgain();
    expect(await count(database.db, 'outbox', { kind: 'reminder', last_error: 'too late' })).toBe(1);
    expect(await count(database.db, 'outbox', { kind: 'coordinator.unreachable' })).toBe(0);
  });

  it('is not reported when a retry reaches them meanwhile', async () => {
    fails('user_disabled');
    office.workspace.faults.next('chat.postMessage', { kind: 'http', status: 503 }, { times: 100 });
    office.workspace.clock.moveTo(MONDAY);
    const tried = { kind: 'coordinator.unreachable', state: 'unknown' } as const;
    await eventually('sales are to be told', async () => (await count(database.db, 'outbox', tried)) === 1);
    await requeue(database.db);
    office.workspace.faults.clear();
    await triesAgain();
    expect(told()).toEqual([]);
    expect(office.workspace.person('gus').sees('5 unassigned seats for Globex')).toBe(true);
  });
});
