import { SYSTEM } from '../../src/core/person';
import type { Now } from '../../src/core/time';
import { removeByHand } from '../../src/features/coordinators/change-coordinator';
import { addCoordinator } from '../../src/features/coordinators/coordinators.sql';
import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { type Office, openOffice } from '../support/office';
import { claire as claireIs, MORNING, sells } from '../support/people';
import { aSubmission, SignedClient } from '../support/signed-client';
import { allIsSaid, count } from '../support/tables';
import { at } from '../support/time';

const ACME = 'C0ACME00001';
const NOAH = 'U0NOAH00001';
const days = { start_date: '2026-03-05', end_date: '2026-03-06' };
const NO_ROLE = 'You have no role here yet.';

// Monday, 2 March 2026; Acme is in Paris.
describe.each(screenDatabases)('a delegation, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let claire: Person;
  let noah: Person;
  let sonia: Person;
  let now: Now;

  beforeEach(async () => {
    now = MORNING;
    database = await open();
    office = await openOffice(database.db, { now: () => now });
    const { workspace } = office;
    [claire, noah, sonia] = [workspace.person('claire'), workspace.person('noah'), workspace.person('sonia')];
    await sells(database.db, { quantity: 5 });
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const delegations = () => database.db('delegations').orderBy('id');
  const history = (action: string) => count(database.db, 'ledger', { action });

  async function claireAsks(fields: Record<string, string> = {}): Promise<void> {
    await claire.runs('/seats coordinators', ACME);
    await claire.clicks('Pendant mon absence');
    expect(claire.screen()).toContain('dans les mêmes limites : Tous les produits · sans limite par mois.');
    await claire.submits({ person: NOAH, ...days, ...fields });
  }

  it('lets the delegate see and assign seats on its days only, in the customer’s zone', async () => {
    await claireAsks();
    expect(claire.errors).toEqual({});
    expect(claire.screen()).toContain(
      '@Noah Newcomer remplace du 5 mars 2026 au 6 mars 2026. Chacune reçoit un message.',
    );
    await allIsSaid(database.db);
    expect(noah.sees('For @Claire Coordinator, from 5 March 2026 to 6 March 2026')).toBe(true);
    expect(noah.sees('You can see and assign their seats from 5 March 2026.')).toBe(true);
    expect(JSON.stringify(noah.messages(noah.is.directId))).not.toContain('open_list');
    expect(claire.sees('Quelqu’un vous remplace pour les places d’Acme')).toBe(true);
    expect(claire.sees('@Noah Newcomer, du 5 mars 2026 au 6 mars 2026')).toBe(true);
    expect(await history('delegation.set')).toBe(1);
    for (const [instant, seen] of [
      ['2026-03-04T22:59:00Z', NO_ROLE],
      ['2026-03-04T23:00:00Z', '5 unassigned seats for Acme'],
      ['2026-03-06T22:59:00Z', '5 unassigned seats for Acme'],
      ['2026-03-06T23:00:00Z', NO_ROLE],
    ] as const) {
      now = at(instant);
      await noah.runs('/seats list', ACME);
      expect(noah.screen()).toContain(seen);
      if (noah.modal) await noah.closes();
    }
  });

  it('cannot be passed on, and gives no rights over coordinators', async () => {
    await claireAsks({ start_date: '2026-03-02' });
    await claire.closes();
    await noah.runs('/seats coordinators', ACME);
    expect(noah.screen()).toContain('@Claire Coordinator');
    expect(noah.screen()).not.toMatch(/\[(While|Add|Invite|Change|Remove)/);
    await noah.closes();
    for (const person of ['T000000001/U0CLAIRE001', `T000000001/${NOAH}`]) {
      await pressesForged(noah, { action: 'open_away', value: `${person}@ACME`, channel: ACME });
    }
    const client = new SignedClient(office.workspace);
    const by = { teamId: 'T000000001', userId: NOAH };
    const form = aSubmission('set_away', { person: 'U0SONIA0001', ...days });
    await client.submits(by, { ...form, metadata: '{"customer":"ACME","teamId":"T000000001","userId":"U0CLAIRE001"}' });
    await pressesForged(noah, { action: 'end_away', value: '1', channel: ACME });
    const told = noah.messages(ACME).filter(({ ephemeral }) => ephemeral);
    const OURS = 'Only the coordinators themselves or the sales team can choose a stand-in.';
    expect(told.map(({ text }) => text)).toEqual([
      OURS,
      OURS,
      'This has already ended, or doesn’t exist. Open the form again.',
    ]);
    expect(await delegations()).toMatchObject([{ to_user: NOAH, ended_at: null }]);
  });

  it('can end early, by the coordinator or by sales; both people are notified', async () => {
    await claireAsks({ start_date: '2026-03-02' });
    await allIsSaid(database.db);
    await noah.clicks('See seats', { channel: noah.is.directId });
    expect(noah.screen()).toContain('5 unassigned seats for Acme');
    await noah.closes();
    await sonia.runs('/seats coordinators', ACME);
    expect(sonia.screen()).toContain('@Noah Newcomer stands in from 2 March 2026 to 6 March 2026');
    await sonia.clicks('While they are away');
    await sonia.clicks('End');
    expect(sonia.screen()).toContain('Ended. They both get a message.');
    await noah.runs('/seats list', ACME);
    expect(noah.screen()).toContain(NO_ROLE);
    await allIsSaid(database.db);
    expect(noah.sees('You no longer stand in for anyone at Acme')).toBe(true);
    expect(JSON.stringify(claire.messages(claire.is.directId))).toContain('Plus personne ne vous remplace');
    expect(await history('delegation.ended')).toBe(1);
    await claire.closes();
    await claireAsks();
    expect(claire.errors).toEqual({});
    expect(await delegations()).toHaveLength(2);
  });

  it('has one delegate at a time', async () => {
    await claireAsks();
    await claire.clicks('Pendant mon absence');
    await claire.submits({ person: 'U0ADA000001', start_date: '2026-03-06', end_date: '2026-03-08' });
    expect(claire.errors.start_date).toContain('Un remplacement est déjà prévu du 5 mars 2026 au 6 mars 2026');
    await claire.submits({ person: 'U0ADA000001', start_date: '2026-03-07', end_date: '2026-03-08' });
    expect(claire.errors).toEqual({});
    expect(await delegations()).toHaveLength(2);
  });

  it('is refused with all reasons at once', async () => {
    await claireAsks({ person: 'U0CLAIRE001', start_date: '2026-03-01', end_date: '2026-02-01' });
    expect(claire.errors).toEqual({
      person: 'Choisissez une autre personne que celle qui est absente.',
      start_date: 'Le premier jour est passé. Choisissez aujourd’hui ou plus tard.',
      end_date: 'Le dernier jour précède le premier.',
    });
    await claire.submits({ person: NOAH, start_date: '2026-03-05', end_date: '2100-01-02' });
    expect(claire.errors).toEqual({ end_date: 'Choisissez un jour entre le 5 mars 2026 et le 1er janvier 2100.' });
    await addCoordinator(database.db, 1, { teamId: 'T000000001', userId: NOAH });
    await claire.submits({ person: NOAH, ...days });
    expect(Object.keys(claire.errors)).toEqual(['person']);
    expect(await delegations()).toEqual([]);
  });

  it('is created once when a form arrives twice and another form at the same time', async () => {
    const client = new SignedClient(office.workspace);
    const metadata = '{"customer":"ACME","teamId":"T000000001","userId":"U0CLAIRE001"}';
    const form = { ...aSubmission('set_away', { person: NOAH, ...days }), metadata };
    const other = { ...aSubmission('set_away', { person: NOAH, ...days }), metadata };
    const replies = await Promise.all([form, form, other].map((one) => client.submits(claireIs, one)));
    const actions = replies.map(({ body }) => body.response_action);
    expect([
      ['update', 'update', 'errors'],
      ['errors', 'errors', 'update'],
    ]).toContainEqual(actions);
    expect(await delegations()).toHaveLength(1);
    expect(await history('delegation.set')).toBe(1);
  });

  it('ends when its coordinator is removed', async () => {
    await claireAsks({ start_date: '2026-03-02' });
    await allIsSaid(database.db);
    await claire.clicks('Pendant mon absence');
    const whom = { customer: 'ACME', person: claireIs };
    await removeByHand(database.db, whom, SYSTEM, now);
    await claire.submits({ person: NOAH, start_date: '2026-03-10', end_date: '2026-03-11' });
    expect(claire.screen()).toContain('Vous n’avez pas encore de rôle ici');
    await noah.runs('/seats list', ACME);
    expect(noah.screen()).toContain(NO_ROLE);
    await allIsSaid(database.db);
    expect(noah.sees('You no longer coordinate Acme’s training seats.')).toBe(true);
  });
});
