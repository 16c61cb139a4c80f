import type { Person } from '../../../src/playground/person';
import { report } from '../../../src/playground/talk';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { fill, type Office, openOffice } from '../../support/office';
import { assigns, MORNING, sells } from '../../support/people';
import { allIsSaid, count } from '../../support/tables';
import { eventually } from '../../support/time';

const ACME = 'C0ACME00001';
const GLOBEX = 'C0GLOBEX001';

describe.each(screenDatabases)('a customer’s channel in Slack, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;
  let claire: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    [sonia, claire] = [office.workspace.person('sonia'), office.workspace.person('claire')];
    await sells(database.db, { quantity: 3 }, MORNING);
    await eventually('the board stands', () => claire.sees('3 places à attribuer'));
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const acme = () => found(database.db('customers').where({ code: 'ACME' }).first());
  const isBroken = (error: string | null) =>
    eventually(`the channel is ${error}`, async () => (await acme()).channel_error === error);
  const told = () => sonia.messages(sonia.is.directId).filter(({ text }) => text.includes('can’t be reached'));
  const boards = (channel: string) =>
    claire.messages(channel).filter(({ text }) => text.startsWith('Places de formation d’Acme'));

  it('is archived and restored: sales get one notice, and the customer recovers', async () => {
    await claire.in(ACME).archives();
    await isBroken('is_archived');
    await allIsSaid(database.db);
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text).toContain('The channel is archived. Restore it');
    await sonia.runs('/seats customers acme', 'C0GENERAL01');
    expect(sonia.screen()).toContain('it’s archived. Restore it in Slack');
    await claire.in(ACME).restores();
    await isBroken(null);
    await allIsSaid(database.db);
    expect(told()).toHaveLength(1);
  });

  it('gets its events twice: they change nothing more', async () => {
    const again = (type: string, details: object) => report(claire.slack, claire.is, type, { type, ...details });
    await claire.in(ACME).removesBot();
    await isBroken('not_in_channel');
    await again('channel_left', { channel: ACME });
    await again('member_left_channel', { channel: ACME, user: 'U0SEATSBOT1' });
    await claire.in(ACME).becomes('C0ACMENEW01');
    await again('channel_id_changed', { old_channel_id: ACME, new_channel_id: 'C0ACMENEW01' });
    await eventually('the customer follows', async () => (await acme()).channel === 'C0ACMENEW01');
    await allIsSaid(database.db);
    expect(told()).toHaveLength(1);
    expect(
      await count(database.db, 'ledger', { subject: 'ACME', actor_user: 'system', action: 'customer.updated' }),
    ).toBe(1);
  });

  it('is deleted: sales learn to choose another', async () => {
    await claire.in(ACME).deletes();
    await isBroken('channel_deleted');
    await eventually('she is told', () => told()[0]?.text.includes('The channel was deleted') === true);
  });

  it('loses the app: sales learn to invite it, and the invitation fixes it', async () => {
    await claire.in(ACME).removesBot();
    await isBroken('not_in_channel');
    await eventually('she is told', () => told()[0]?.text.includes('/invite @Seats') === true);
    await claire.in(ACME).invitesBot();
    await isBroken(null);
  });

  it('gets another id: the customer and its live messages move along', async () => {
    const shared = 'C0ACMENEW01';
    const [board] = boards(ACME);
    await claire.in(ACME).becomes(shared);
    await eventually('the customer follows', async () => (await acme()).channel === shared);
    await allIsSaid(database.db);
    await assigns(database.db, {}, MORNING);
    await eventually('the board follows', () => claire.sees('2 places à attribuer'));
    await allIsSaid(database.db);
    expect(boards(shared)).toMatchObject([{ ts: board?.ts, pinned: true }]);
    expect(JSON.stringify(claire.messages(shared))).toContain('2 places sur 3');
    expect(await acme()).toMatchObject({ channel_error: null });
    expect(
      await count(database.db, 'ledger', { subject: 'ACME', actor_user: 'system', action: 'customer.updated' }),
    ).toBe(1);
  });

  it('is shared, renamed and unshared: the app checks it, and nothing else happens', async () => {
    await claire.in(ACME).shares();
    await claire.in(ACME).renames('acme-and-friends');
    await claire.in(ACME).unshares();
    await eventually(
      'it was looked at',
      async () => (await count(database.db, 'outbox', { kind: 'channel.enter' })) >= 1,
    );
    await allIsSaid(database.db);
    expect(await acme()).toMatchObject({ channel: ACME, channel_error: null });
    expect(claire.screen()).not.toContain('Mis en place par');
  });

  it('is unshared: sales learn that its coordinators cannot see it, until it is shared again', async () => {
    const globex = () => found(database.db('customers').where({ code: 'GLOBEX' }).first());
    await sells(database.db, { customer: 'GLOBEX', product: 'ANY-SEAT', quantity: 2 }, MORNING);
    await allIsSaid(database.db);
    await sonia.in(GLOBEX).unshares();
    await eventually('it is known', async () => (await globex()).channel_error === 'unshared');
    await eventually('she is told', () => sonia.sees('isn’t shared with their coordinators’ company'));
    await assigns(database.db, { customer: 'GLOBEX' }, MORNING);
    await allIsSaid(database.db);
    expect(await globex()).toMatchObject({ channel_error: 'unshared' });
    await sonia.runs('/seats customers globex', 'C0GENERAL01');
    expect(sonia.screen()).toContain('Share it with them in Slack.');
    await sonia.in(GLOBEX).shares();
    await eventually('all is well', async () => (await globex()).channel_error === null);
  });

  it('is ignored if no customer owns it', async () => {
    await fill(database.db, 'customers: [{ code: GLOBEX, name: Globex }]');
    await sonia.in(GLOBEX).removesBot();
    await allIsSaid(database.db);
    expect(told()).toHaveLength(0);
    expect(await count(database.db, 'outbox', { kind: 'channel.broken' })).toBe(0);
  });
});
