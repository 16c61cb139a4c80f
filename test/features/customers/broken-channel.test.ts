import type { Person } from '../../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { type Office, openOffice } from '../../support/office';
import { assigns, sells } from '../../support/people';
import { allIsSaid, count } from '../../support/tables';
import { at, eventually } from '../../support/time';

const SUNDAY = at('2026-03-01T15:00:00Z');
const MONDAY_MORNING = at('2026-03-02T08:00:00Z');

describe.each(screenDatabases)('an unreachable customer channel, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { startsAt: SUNDAY });
    sonia = office.workspace.person('sonia');
    await sells(database.db, { quantity: 3 }, SUNDAY);
    expect(await sonia.finds('Places de formation d’Acme')).toBe(true);
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const broken = async () => (await found(database.db('customers').where({ code: 'ACME' }).first())).channel_error;
  const told = () => sonia.messages(sonia.is.directId).filter(({ text }) => text.includes('can’t be reached'));
  const fails = (error: string) => office.workspace.faults.next('chat.postMessage', { kind: 'error', error });

  it.each([
    ['channel_not_found', 'Invite the app to the channel with /invite'],
    ['not_in_channel', 'Invite the app to the channel with /invite'],
    ['is_archived', 'The channel is archived. Restore it'],
    ['account_inactive', 'Tell the customer and your administrator.'],
  ])('is marked, and sales learn the remedy: %s', async (error, cure) => {
    fails(error);
    office.workspace.clock.moveTo(MONDAY_MORNING);
    expect(await sonia.finds('can’t be reached')).toBe(true);
    expect(told()[0]?.text).toContain(`Acme’s channel can’t be reached (${error}), so no one there gets reminders.`);
    expect(told()[0]?.text).toContain(cure);
    expect(await broken()).toBe(error);
    expect(await database.db('outbox').where({ kind: 'reminder' }).first()).toMatchObject({
      state: 'dead',
      attempts: 1,
    });
  });

  it('is reported once until a message arrives again', async () => {
    fails('is_archived');
    office.workspace.clock.moveTo(MONDAY_MORNING);
    expect(await sonia.finds('can’t be reached')).toBe(true);
    fails('is_archived');
    office.workspace.clock.moveTo(MONDAY_MORNING.plus({ days: 1 }));
    await eventually('it failed again', async () => (await count(database.db, 'outbox', { state: 'dead' })) === 2);
    await allIsSaid(database.db);
    expect(told()).toHaveLength(1);
    office.workspace.clock.moveTo(MONDAY_MORNING.plus({ days: 2 }));
    expect(await sonia.finds('à attribuer pour Acme')).toBe(true);
    await eventually('all is well again', async () => (await broken()) === null);
  });

  it('is noticed by any message', async () => {
    await sonia.runs('/seats reminders', 'C0ACME00001');
    fails('channel_not_found');
    await sonia.submits({ frequency: 'weekly' });
    await sonia.closes();
    expect(await sonia.finds('can’t be reached')).toBe(true);
    expect(await broken()).toBe('channel_not_found');
    fails('not_in_channel');
    await sells(database.db, { quantity: 1 }, SUNDAY);
    await assigns(database.db, {}, SUNDAY);
    await allIsSaid(database.db);
    expect(sonia.messages(sonia.is.directId).filter(({ text }) => text.includes('can’t be reached'))).toHaveLength(1);
  });

  it('is noticed by the daily board refresh, before the first reminder', async () => {
    office.workspace.faults.next('chat.update', { kind: 'error', error: 'is_inactive' });
    office.workspace.clock.moveTo(MONDAY_MORNING.minus({ hours: 2 }));
    expect(await sonia.finds('The channel is archived. Restore it')).toBe(true);
    expect(await broken()).toBe('is_inactive');
  });

  it('does not stop messages to other customers', async () => {
    fails('is_archived');
    await sells(database.db, { quantity: 2 }, SUNDAY);
    await eventually('it failed', async () => (await broken()) === 'is_archived');
    await sells(database.db, { customer: 'GLOBEX', quantity: 2 }, SUNDAY);
    expect(await sonia.finds('2 new seats to assign for Globex')).toBe(true);
  });
});
