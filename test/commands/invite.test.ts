import { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { fill, type Office, openOffice } from '../support/office';
import { MORNING } from '../support/people';
import { allIsSaid, count } from '../support/tables';

const ACME = 'C0ACME00001';
const GLOBEX = 'C0GLOBEX001';
const GUS = 'U0GUS000001';
const UNKNOWN = { kind: 'error', error: 'user_not_found' } as const;
const TITLE = 'An invitation to coordinate Globex’s training seats';
const CLOSED = 'This invitation is no longer open. Ask the sales team for another.';

describe.each(screenDatabases)('an invitation to coordinate, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;
  let gus: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    [sonia, gus] = [office.workspace.person('sonia'), office.workspace.person('gus')];
    await database.db('coordinators').where({ customer_id: 2 }).delete();
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const invitations = () => database.db('invitations').orderBy('id');
  const coordinators = () => database.db('coordinators').where({ customer_id: 2 });
  const history = (action: string) => count(database.db, 'ledger', { action });
  const inPrivate = (person: Person, channel = GLOBEX) => person.messages(channel).filter(({ ephemeral }) => ephemeral);

  async function soniaInvites(fields: Record<string, string> = {}): Promise<void> {
    await sonia.runs('/seats coordinators', GLOBEX);
    await sonia.clicks('Invite');
    await sonia.submits({ person: GUS, ...fields });
    expect(sonia.errors).toEqual({});
    expect(sonia.screen()).toContain('@Gus Globex is invited in <#C0GLOBEX001>.');
    expect(sonia.screen()).toContain('@Gus Globex hasn’t answered the invitation yet');
    await allIsSaid(database.db);
  }

  it.each(['added', 'added and removed'])('is withdrawn when the person is %s in another way', async (otherwise) => {
    await soniaInvites({ quota: '100' });
    await sonia.clicks('Add');
    await sonia.submits({ person: GUS, quota: '1' });
    expect(sonia.screen()).not.toContain('hasn’t answered the invitation yet');
    if (otherwise !== 'added') await sonia.clicks('Remove');
    await allIsSaid(database.db);
    const [old] = await invitations();
    expect(old?.state).toBe('withdrawn');
    await pressesForged(gus, { action: 'accept_invitation', value: `invitation:${old?.id}`, channel: GLOBEX });
    expect((await coordinators()).map(({ quota }) => quota)).toEqual(otherwise === 'added' ? [1] : []);
  });

  it('is withdrawn when an import adds the person', async () => {
    await soniaInvites({ quota: '100' });
    const coordinators = `coordinators: [{ team: T0GLOBEX001, user: ${GUS} }]`;
    await fill(
      database.db,
      `customers: [{ code: GLOBEX, name: Globex, channel: ${GLOBEX}, timezone: Europe/London, locale: en, ${coordinators} }]`,
    );
    expect((await invitations()).map(({ state }) => state)).toEqual(['withdrawn']);
  });

  it('is accepted from the channel by the person of another company that it names', async () => {
    await soniaInvites({ products: 'ANY-SEAT', quota: '7' });
    expect(gus.sees(TITLE)).toBe(true);
    expect(gus.sees('@Sonia Sales invites @Gus Globex')).toBe(true);
    expect(gus.sees('Only Any course · 7 seats a month')).toBe(true);
    await gus.clicks('Accept', { channel: GLOBEX });
    expect(await gus.finds('You now coordinate Globex’s training seats')).toBe(true);
    expect(await coordinators()).toMatchObject([{ team_id: 'T0GLOBEX001', user_id: GUS, quota: 7 }]);
    expect(await count(database.db, 'coordinator_products')).toBe(1);
    await allIsSaid(database.db);
    expect(sonia.sees('@Gus Globex has accepted.')).toBe(true);
    expect(JSON.stringify(gus.messages(GLOBEX).filter(({ ephemeral }) => !ephemeral))).not.toContain(
      'accept_invitation',
    );
    for (const action of ['coordinator.invited', 'invitation.accepted']) expect(await history(action)).toBe(1);
  });

  it('tells other people in private whom it is for', async () => {
    await soniaInvites();
    await sonia.closes();
    await sonia.clicks('Accept', { channel: GLOBEX });
    expect(await sonia.finds('This invitation is for @Gus Globex.')).toBe(true);
    expect(inPrivate(sonia)).toHaveLength(1);
    expect(await coordinators()).toEqual([]);
    expect(await invitations()).toMatchObject([{ state: 'open' }]);
  });

  it('is for one person in one workspace, and is revealed only in its channel', async () => {
    await soniaInvites();
    const twin = new Person(gus.slack, { ...gus.is, team: { ...gus.is.team, id: 'T0OTHER0001' } });
    await pressesForged(twin, { action: 'accept_invitation', value: 'invitation:1', channel: GLOBEX });
    expect(await gus.finds('This invitation is for @Gus Globex.')).toBe(true);
    const noah = office.workspace.person('noah');
    await pressesForged(noah, { action: 'accept_invitation', value: 'invitation:1', channel: ACME });
    await pressesForged(noah, { action: 'accept_invitation', value: 'invitation:99', channel: ACME });
    await pressesForged(noah, { action: 'withdraw_invitation', value: 'invitation:1', channel: ACME });
    expect(inPrivate(noah, ACME).map(({ text }) => text)).toEqual([
      CLOSED,
      CLOSED,
      'You have no role here yet. Ask the sales team to make you a coordinator.',
    ]);
    expect(await coordinators()).toEqual([]);
  });

  it('takes the workspace from the press if Slack does not return it', async () => {
    office.workspace.faults.next('users.info', UNKNOWN, { times: 5 });
    await soniaInvites();
    office.workspace.faults.clear();
    expect(await invitations()).toMatchObject([{ team_id: null, user_id: GUS }]);
    await gus.clicks('Accept', { channel: GLOBEX });
    expect(await gus.finds('You now coordinate Globex’s training seats')).toBe(true);
    expect(await coordinators()).toMatchObject([{ team_id: 'T0GLOBEX001', user_id: GUS }]);
  });

  it('is accepted once, however often the button is pressed', async () => {
    await soniaInvites();
    const press = { action: 'accept_invitation', value: 'invitation:1', channel: GLOBEX };
    await Promise.all([pressesForged(gus, press), pressesForged(gus, press)]);
    await pressesForged(gus, press);
    expect(await history('invitation.accepted')).toBe(1);
    expect(await coordinators()).toHaveLength(1);
    await database.db('coordinators').where({ customer_id: 2 }).delete();
    await pressesForged(gus, press);
    expect(await gus.finds(CLOSED)).toBe(true);
    expect(await coordinators()).toEqual([]);
  });

  it('can be withdrawn, and then admits nobody', async () => {
    await soniaInvites();
    await sonia.clicks('Withdraw');
    expect(sonia.screen()).toContain('@Gus Globex’s invitation was withdrawn.');
    await allIsSaid(database.db);
    expect(gus.sees('@Gus Globex’s invitation was withdrawn.')).toBe(true);
    await pressesForged(gus, { action: 'accept_invitation', value: 'invitation:1', channel: GLOBEX });
    expect(await gus.finds(CLOSED)).toBe(true);
    expect(await coordinators()).toEqual([]);
    expect(await history('invitation.withdrawn')).toBe(1);
    await sonia.closes();
    await soniaInvites();
  });

  it('is refused beside the field for people already invited or coordinating', async () => {
    await soniaInvites();
    await sonia.clicks('Invite');
    await sonia.submits({ person: GUS, quota: '3' });
    expect(sonia.errors).toEqual({
      person: 'This person is already invited. Withdraw that invitation to send another.',
    });
    await gus.clicks('Accept', { channel: GLOBEX });
    await gus.finds('You now coordinate Globex’s training seats');
    await sonia.submits({ person: GUS });
    expect(sonia.errors).toEqual({ person: 'This person is already a coordinator of Globex.' });
    expect(await invitations()).toHaveLength(1);
  });

  it('cannot be accepted while the customer is archived', async () => {
    await soniaInvites();
    await database.db('customers').where({ id: 2 }).update({ archived_at: MORNING.toISO() });
    await gus.clicks('Accept', { channel: GLOBEX });
    expect(await gus.finds('Globex is archived')).toBe(true);
    expect(await coordinators()).toEqual([]);
  });

  it('needs a channel', async () => {
    await database.db('customers').where({ id: 2 }).update({ channel: null });
    await sonia.runs('/seats coordinators');
    await sonia.chooses('customer', 'GLOBEX');
    await sonia.clicks('Invite');
    expect(sonia.screen()).toContain('Globex has no channel to invite someone in. Give it one');
  });
});
