import { eachDatabase, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { assigns, claire, sells } from '../../support/people';
import { aSubmission, SignedClient } from '../../support/signed-client';
import { count } from '../../support/tables';
import { at } from '../../support/time';

const NOW = at('2026-03-02T09:00:00Z');
const ACME = 'C0ACME00001';
const ANA = { firstName: 'Ana', lastName: 'Costa', email: 'ana@example.com' };
const ASKED =
  'Cet e-mail est celui d’Ana Costa. Si c’est bien cette personne, choisissez-la sous «\u00A0Stagiaire\u00A0». Sinon, saisissez un autre e-mail.';

describe.each(eachDatabase)('a known address with another name, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let client: SignedClient;
  let ana: number;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => NOW });
    client = new SignedClient(office.workspace);
    await sells(database.db, { quantity: 30 }, NOW);
    ana = (await assigns(database.db, { trainee: ANA }, NOW)).trainee.id;
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const bob = aSubmission('assign_seat', {
    trainee: 'new',
    first_name: 'Bob',
    last_name: 'Martin',
    email: 'Ana@Example.com',
    course: 'EXCEL-2',
    start_date: '2026-03-02',
  });

  it('is asked about beside the field, however often one presses, until somebody is chosen', async () => {
    for (const _ of [1, 2]) expect((await client.submits(claire, bob)).body.errors).toEqual({ email: ASKED });
    const again = { ...bob, hash: 'pressed anew' };
    expect((await client.submits(claire, again)).body.errors).toEqual({ email: ASKED });
    expect(await count(database.db, 'assignments')).toBe(1);
    expect(await count(database.db, 'trainees')).toBe(1);
    const { first_name: _, last_name: __, email: ___, ...values } = bob.values;
    const chosen = { ...bob, values: { ...values, trainee: String(ana) } };
    expect((await client.submits(claire, chosen)).text).toContain('Ana Costa a une place dans');
    expect(await count(database.db, 'assignments')).toBe(2);
  });

  it('is asked about before anything else is said of the trainee', async () => {
    const values = { ...bob.values, course: 'EXCEL-1' };
    expect((await client.submits(claire, { ...bob, values })).body.errors).toEqual({ email: ASKED });
  });

  it.each([
    ['ANA', 'COSTA'],
    ['Aná', 'Cósta'],
    ['Costa', 'Ana'],
    ['Ana\u200B', ' Costa'],
  ])('is no question for %s %s', async (firstName, lastName) => {
    const { trainee } = await assigns(
      database.db,
      { trainee: { ...ANA, firstName, lastName }, course: 'EXCEL-2' },
      NOW,
    );
    expect(trainee).toMatchObject({ id: ana, ...ANA });
  });

  it('goes to one of two who enter it at once, and the other is asked', async () => {
    const trainee = { firstName: 'Nina', lastName: 'Sol', email: 'shared@example.com' };
    const other = { ...trainee, firstName: 'Otto' };
    const attempts = [trainee, other].map((one) => assigns(database.db, { trainee: one, course: 'EXCEL-2' }, NOW));
    const settled = await Promise.allSettled(attempts);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'trainee.known_as' },
    });
    expect(await count(database.db, 'assignments')).toBe(2);
  });

  it('is asked about in one line, too, when a name is pasted with it', async () => {
    const typed = (words: string, trigger: string) => client.runs(claire, words, { trigger, channel: ACME });
    const pasted = [
      'Bob Martin <mailto:ana@example.com|ana@example.com>',
      'Bob<ana@example.com>',
      '"Bob"<ana@example.com>',
      'ana@example.com(Bob)',
      '<mailto:ana@example.com|Bob>',
      '<mailto:ana@example.com|bob@example.com>',
    ];
    for (const [index, who] of pasted.entries()) {
      for (const trigger of [`${index}.1.a`, `${index}.1.a`, `${index}.1.b`])
        expect((await typed(`assign ${who} EXCEL-2`, trigger)).text).toContain('l’e-mail d’Ana Costa');
    }
    expect(await count(database.db, 'assignments')).toBe(1);
    expect((await typed('assign "Costa, Ana" <ana@example.com> EXCEL-2', '1.1.c')).text).toContain(
      'Ana Costa a une place dans',
    );
    expect(await count(database.db, 'assignments')).toBe(2);
  });
});
