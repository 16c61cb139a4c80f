import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { fill, type Office, openOffice } from '../support/office';
import { assigns, MORNING, sells } from '../support/people';
import { aSubmission, SignedClient } from '../support/signed-client';
import { allIsSaid, count } from '../support/tables';

const ACME = 'C0ACME00001';

describe.each(screenDatabases)('asking for more seats, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let claire: Person;
  let sonia: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    [claire, sonia] = [office.workspace.person('claire'), office.workspace.person('sonia')];
    await sells(database.db, { product: 'OFFICE-PACK' });
    expect(await claire.finds('Places de formation de Acme')).toBe(true);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const request = () => database.db('seat_requests').first();

  async function claireAsks(seats = '25'): Promise<void> {
    await claire.clicks('Demander d’autres places', { channel: ACME });
    await claire.submits({ product: 'OFFICE-PACK', seats, reason: 'Ten new people in May' });
    expect(claire.screen()).toContain(`Vous avez demandé ${seats} places de Office pack pour Acme`);
    await claire.closes();
    await allIsSaid(database.db);
  }

  it('reaches sales, who generate the seats in two presses; the person who asked is notified', async () => {
    await claireAsks();
    expect(sonia.sees('Acme asks for 25 seats of Office pack')).toBe(true);
    expect(sonia.sees('Ten new people in May')).toBe(true);
    await sonia.clicks('Generate', { actionId: 'open_generate' });
    await sonia.submits();
    expect(sonia.screen()).toContain('30 seats generated for Acme (order B0000000002)');
    await sonia.closes();
    await allIsSaid(database.db);
    expect(claire.sees('30 places de Office pack sont là, comme demandé (commande B0000000002)')).toBe(true);
    expect(sonia.sees('Done by @Sonia Sales: order B0000000002')).toBe(true);
    expect(await request()).toMatchObject({ state: 'done', order_id: 2 });
    await claire.clicks('Attribuer une place', { channel: claire.is.directId });
    expect(claire.screen()).toContain('B0000000002');
  });

  it('may be for a product that the customer does not have yet, if it is on sale', async () => {
    await fill(database.db, 'products: [{ code: NEW-PACK, name: New pack }, { code: OLD-PACK, name: Old pack }]');
    await database.db('products').where({ code: 'OLD-PACK' }).update({ archived_at: '2026-01-01T00:00:00.000Z' });
    await claire.clicks('Demander d’autres places', { channel: ACME });
    const offered = (await claire.types('product', '')).map(({ value }) => value);
    expect(offered[0]).toBe('OFFICE-PACK');
    expect(offered).toContain('NEW-PACK');
    expect(offered).not.toContain('OLD-PACK');
    expect(offered).toHaveLength(new Set(offered).size);
    await claire.submits({ product: 'NEW-PACK', seats: '3' });
    expect(claire.screen()).toContain('Vous avez demandé 3 places de New pack pour Acme');
    await claire.closes();
    expect(await sonia.finds('Acme asks for 3 seats of New pack')).toBe(true);
    const by = { teamId: claire.is.team.id, userId: claire.is.userId };
    const form = aSubmission('ask_for_seats', { product: 'OLD-PACK', seats: '3' });
    const reply = await new SignedClient(office.workspace).submits(by, { ...form, metadata: '{"customer":"ACME"}' });
    expect(reply.body.errors).toHaveProperty('product');
  });

  it('may be the first thing that a customer does', async () => {
    await fill(
      database.db,
      'customers: [{ code: INITECH, name: Initech, coordinators: [{ team: T000000001, user: U0NOAH00001 }] }]',
    );
    const noah = office.workspace.person('noah');
    await noah.runs('/seats list');
    expect(noah.screen()).toContain('Initech has no seats yet.');
    await noah.clicks('Ask for more seats');
    await noah.submits({ product: 'OFFICE-PACK', seats: '2' });
    expect(noah.screen()).toContain('You asked for 2 seats of Office pack for Initech');
  });

  it('can be declined with a reason, which the person who asked can read', async () => {
    await claireAsks();
    await sonia.clicks('Decline');
    await sonia.submits({ reason: 'The contract has ended' });
    expect(sonia.screen()).toContain('is declined. Whoever asked is told why.');
    await sonia.closes();
    await allIsSaid(database.db);
    expect(claire.sees('Votre demande de 25 places de Office pack a été refusée')).toBe(true);
    expect(claire.sees('The contract has ended')).toBe(true);
    expect(sonia.sees('Declined by @Sonia Sales')).toBe(true);
    expect(await count(database.db, 'ledger', { action: 'seats.declined' })).toBe(1);
  });

  it('is offered when a product runs low, with that product selected', async () => {
    await sells(database.db, { quantity: 4 });
    for (let seat = 0; seat < 3; seat += 1) await assigns(database.db, { pool: 'B0000000002' });
    expect(await claire.finds('Il reste 1 place sur 4 de Excel seat pour Acme')).toBe(true);
    await claire.clicks('Demander d’autres places', { channel: ACME, value: 'B0000000002' });
    await claire.submits({ seats: '10' });
    expect(claire.screen()).toContain('Vous avez demandé 10 places de Excel seat pour Acme');
  });
});
