import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { found } from '../support/found';
import { type Office, openOffice } from '../support/office';
import { MORNING, sells } from '../support/people';
import { aSubmission, SignedClient } from '../support/signed-client';
import { allIsSaid, count } from '../support/tables';

const ACME = 'C0ACME00001';
const GLOBEX = 'C0GLOBEX001';
const NOAH = 'U0NOAH00001';
const trainee = { first_name: 'Alice', last_name: 'Ames', email: 'alice@example.com' };

describe.each(screenDatabases)('a customer’s coordinators, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;
  let claire: Person;
  let noah: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    const { workspace } = office;
    [sonia, claire, noah] = [workspace.person('sonia'), workspace.person('claire'), workspace.person('noah')];
    await sells(database.db, { quantity: 5 });
    await sells(database.db, { product: 'ANY-SEAT', quantity: 5 });
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const history = (action: string) => count(database.db, 'ledger', { action });

  async function soniaAdds(fields: Record<string, string>): Promise<void> {
    await sonia.runs('/seats coordinators', ACME);
    await sonia.clicks('Add');
    await sonia.submits(fields);
  }

  async function assigns(person: Person, email: string): Promise<void> {
    await person.runs('/seats assign', ACME);
    await person.chooses('trainee', 'new');
    await person.submits({ ...trainee, email, course: 'EXCEL-1' });
  }

  it('are added with products and a quota, which limit what they assign', async () => {
    await soniaAdds({ person: NOAH, products: 'ANY-SEAT', quota: '1' });
    expect(sonia.errors).toEqual({});
    expect(sonia.screen()).toContain('@Noah Newcomer is a coordinator now.');
    expect(sonia.screen()).toContain('Only Any course');
    expect(sonia.screen()).toContain('1 seat a month, 0 used this month');
    await allIsSaid(database.db);
    expect(noah.sees('You now coordinate Acme’s training seats')).toBe(true);
    expect(await history('coordinator.added')).toBe(3);

    await assigns(noah, 'alice@example.com');
    expect(noah.screen()).toContain('Any course, order B0000000002');
    await noah.closes();
    await noah.runs('/seats assign', ACME);
    expect(noah.screen()).toContain('You can assign 1 seat a month here');
    await sonia.closes();
    await sonia.runs('/seats coordinators', ACME);
    expect(sonia.screen()).toContain('1 seat a month, 1 used this month');
  });

  it('can be given other limits, from the next seat on', async () => {
    await soniaAdds({ person: NOAH, products: 'ANY-SEAT', quota: '1' });
    await sonia.clicks('Edit', { value: `T000000001/${NOAH}@ACME` });
    expect(sonia.screen()).toContain('Any course');
    await sonia.submits({ products: '', quota: '' });
    expect(sonia.screen()).toContain('@Noah Newcomer’s limits are saved.');
    const row = await found(database.db('ledger').where({ action: 'coordinator.changed' }).first());
    expect(JSON.parse(row.before ?? '')).toMatchObject({ userId: NOAH, products: ['ANY-SEAT'], quota: 1 });
    expect(JSON.parse(row.after ?? '')).toMatchObject({ userId: NOAH, products: [], quota: null });
    for (const email of ['alice@example.com', 'bob@example.com']) {
      await assigns(noah, email);
      await noah.closes();
    }
    expect(await count(database.db, 'assignments')).toBe(2);
  });

  it('see in the form how many seats they may still assign', async () => {
    await soniaAdds({ person: NOAH, quota: '3' });
    await assigns(noah, 'alice@example.com');
    await noah.closes();
    await noah.runs('/seats assign', ACME);
    expect(noah.screen()).toContain('You can assign 2 more of 3 this month.');
  });

  it('lose all access immediately when removed, whatever they have open', async () => {
    await claire.runs('/seats assign', ACME);
    await claire.chooses('trainee', 'new');
    await claire.fills({ ...trainee, course: 'EXCEL-1' });
    await sonia.runs('/seats coordinators', ACME);
    await sonia.clicks('Remove', { value: 'T000000001/U0CLAIRE001@ACME' });
    expect(sonia.screen()).toContain('@Claire Coordinator is no longer a coordinator.');
    expect(sonia.screen()).toContain('No one coordinates these seats yet.');
    await claire.submits();
    expect(claire.screen()).toContain('Vous n’avez pas encore de rôle ici');
    expect(await count(database.db, 'assignments')).toBe(0);
    await allIsSaid(database.db);
    expect(JSON.stringify(claire.messages(claire.is.directId))).toContain('Vous ne coordonnez plus');
    expect(await history('coordinator.removed')).toBe(1);
  });

  it('are added with the workspace that Slack reports', async () => {
    await soniaAdds({ person: 'U0GUS000001' });
    expect(sonia.screen()).toContain('@Gus Globex is a coordinator now.');
    expect(await count(database.db, 'coordinators', { customer_id: 1, team_id: 'T0GLOBEX001' })).toBe(1);
  });

  it('are refused with all reasons at once, each beside its field', async () => {
    await soniaAdds({ person: 'U0CLAIRE001', quota: '1' });
    expect(sonia.errors).toEqual({ person: 'This person is already a coordinator of Acme.' });
    const client = new SignedClient(office.workspace);
    const { body } = await client.submits(
      { teamId: 'T000000001', userId: 'U0SONIA0001' },
      { ...aSubmission('add_coordinator', { person: 'U0SEATSBOT1', quota: '-1' }), metadata: '{"customer":"ACME"}' },
    );
    expect(body.errors).toEqual({
      person: 'This is an app. Choose a person.',
      quota: 'Enter a whole number from 1 to 1,000,000, or leave it empty.',
    });
    expect(await count(database.db, 'coordinators', { customer_id: 1 })).toBe(1);
  });

  it.each([
    ['does not know them', { kind: 'error', error: 'user_not_found' }, 'Invite them instead'],
    ['does not answer', { kind: 'http', status: 500 }, 'Slack hasn’t told us who this is yet.'],
  ] as const)('are refused politely when Slack %s', async (_, fault, said) => {
    await sonia.runs('/seats coordinators', ACME);
    await sonia.clicks('Add');
    office.workspace.faults.next('users.info', fault);
    await sonia.submits({ person: NOAH });
    expect(sonia.errors.person).toContain(said);
    await sonia.submits({ person: NOAH });
    expect(sonia.screen()).toContain('@Noah Newcomer is a coordinator now.');
  });

  it('are added once, however often and by however many people', async () => {
    const client = new SignedClient(office.workspace);
    const by = ['U0SONIA0001', 'U0ADA000001', 'U0SONIA0001'];
    const metadata = '{"customer":"ACME"}';
    const submission = { ...aSubmission('add_coordinator', { person: NOAH }), metadata };
    const other = { ...aSubmission('add_coordinator', { person: NOAH }), metadata };
    const replies = await Promise.all(
      by.map((userId) =>
        client.submits({ teamId: 'T000000001', userId }, userId === 'U0ADA000001' ? other : submission),
      ),
    );
    const outcomes = replies.map(({ body }) => body.response_action ?? '');
    expect([
      ['update', 'errors', 'update'],
      ['errors', 'update', 'errors'],
    ]).toContainEqual(outcomes);
    expect(await count(database.db, 'coordinators', { user_id: NOAH })).toBe(1);
    expect(await count(database.db, 'outbox', { kind: 'coordinator.changed' })).toBe(1);
  });

  it('are reported as gone when removed during another person’s edit', async () => {
    await sonia.runs('/seats coordinators', ACME);
    await sonia.clicks('Edit');
    const ada = office.workspace.person('ada');
    await ada.runs('/seats coordinators');
    await ada.chooses('customer', 'ACME');
    await ada.clicks('Remove');
    await sonia.submits({ quota: '3' });
    expect(sonia.screen()).toContain('This person is no longer a coordinator here.');
    expect(await history('coordinator.changed')).toBe(0);
  });

  it('can see the list, and change only their own delegation', async () => {
    await sells(database.db, { customer: 'GLOBEX' });
    const gus = office.workspace.person('gus');
    await gus.clicks('Reminders', { channel: GLOBEX });
    await gus.clicks('Coordinators');
    expect(gus.screen()).toContain('@Gus Globex\nAll products\n0 seats assigned this month\n[While I am away]');
    expect(gus.screen()).not.toMatch(/\[(Add|Invite|Change|Remove)\]/);
  });

  it('come in pages of twenty', async () => {
    const crowd = Array.from({ length: 45 }, (_, index) => `U1CROWD${String(index).padStart(4, '0')}`);
    const rows = crowd.map((user_id) => ({ customer_id: 1, team_id: 'T000000001', user_id, quota: 5 }));
    await database.db('coordinators').insert(rows);
    const away = { to_team: 'T000000001', to_user: NOAH, from_day: '2026-03-02', to_day: '2026-03-09' };
    await database.db('delegations').insert(rows.map(({ quota: _, ...of }) => ({ ...of, ...away })));
    await sonia.runs('/seats coordinators', ACME);
    expect(sonia.screen()).toContain('Page 1 of 3');
    await sonia.clicks('Next page');
    await sonia.clicks('Next page');
    expect(sonia.screen()).toContain('Page 3 of 3');
    expect(sonia.screen()).not.toContain('[Next page]');
    expect(sonia.screen()).toContain('@U1CROWD0044');
    await sonia.clicks('Previous page');
    expect(sonia.screen()).toContain('Page 2 of 3');
    expect(sonia.screen().split('@Noah Newcomer stands in')).toHaveLength(21);
    expect(office.workspace.failures).toEqual([]);
  });
});
