import { eachDatabase, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { assigns, claire, refusal, sells } from '../../support/people';
import { aSubmission, SignedClient } from '../../support/signed-client';
import { count } from '../../support/tables';
import { at } from '../../support/time';
import { UNSEEN } from '../../support/unseen';

const MORNING = '2026-03-02T09:00:00Z';
const ACME = 'C0ACME00001';
const JANE = { firstName: 'Jane', lastName: 'Doe', email: 'jane.doe@example.com' };
const PASTED = [
  'jane.doe\u200B@example.com',
  'mailto:jane.doe@example.com',
  "'jane.doe@example.com'",
  '(jane.doe@example.com)',
  '<mailto:jane.doe@example.com|jane.doe@example.com>',
  'jane.doe@example\u00AD.com',
  'ｊane.doe＠example.com',
];

describe.each(eachDatabase)('one person, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let client: SignedClient;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => at(MORNING) });
    client = new SignedClient(office.workspace);
    await sells(database.db, { quantity: 30 }, at(MORNING));
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const submits = (values: Record<string, string>) =>
    client.submits(
      claire,
      aSubmission('assign_seat', {
        trainee: 'new',
        first_name: 'Jane',
        last_name: 'Doe',
        course: 'EXCEL-1',
        start_date: '2026-03-02',
        ...values,
      }),
    );

  it('uses one seat, however her address is pasted into the form', async () => {
    await assigns(database.db, { trainee: JANE }, at(MORNING));
    for (const email of PASTED) {
      expect((await submits({ email })).body.errors).toEqual({
        email: expect.stringContaining('Jane Doe est déjà dans'),
      });
    }
    expect(await count(database.db, 'trainees')).toBe(1);
    expect(await count(database.db, 'assignments')).toBe(1);
  });

  it('is found, however her address and the course are pasted into the line', async () => {
    await assigns(database.db, { trainee: JANE, course: 'EXCEL-2' }, at(MORNING));
    await client.runs(claire, 'assign “jane.doe@example.com” \u2066EXCEL‑1\u2069', { trigger: '1.2.a', channel: ACME });
    expect(await count(database.db, 'assignments')).toBe(2);
    for (const [index, email] of PASTED.entries()) {
      const reply = await client.runs(claire, `assign ${email} (excel-1)`, { trigger: `1.3.${index}`, channel: ACME });
      expect(reply.text).toContain('Jane Doe est déjà dans');
    }
    expect(await count(database.db, 'trainees')).toBe(1);
  });

  it('is refused beside the field when no mail can reach the address', async () => {
    const undeliverable = [
      'jane..doe@example.com',
      '.jane@example.com',
      'jane@example',
      'jane@example.1',
      'jane@-example.com',
    ];
    undeliverable.push(
      `${'j'.repeat(65)}@example.com`,
      `jane@${'e'.repeat(64)}.com`,
      'jane@[10.0.0.1]',
      'jane@exa_mple.com',
    );
    for (const email of undeliverable) {
      expect((await submits({ email })).body.errors).toEqual({
        email: expect.stringContaining('Saisissez un e-mail'),
      });
    }
    expect(await count(database.db, 'trainees')).toBe(0);
  });

  it('needs an address without accents, and of a hundred characters at most, where Moodle is asked', async () => {
    const trainee = { ...JANE, email: 'élodie@example.com' };
    expect(await refusal(assigns(database.db, { trainee, enrols: true }, at(MORNING)))).toBe('email.not_plain');
    const long = { ...JANE, email: `jane@${'e'.repeat(50)}.${'f'.repeat(41)}.com` };
    expect(await refusal(assigns(database.db, { trainee: long, enrols: true }, at(MORNING)))).toBe('text.too_long');
    const { trainee: saved } = await assigns(
      database.db,
      { trainee: { ...JANE, email: 'elodie@exämple.fr' }, enrols: true },
      at(MORNING),
    );
    expect(saved.email).toBe('elodie@xn--exmple-cua.fr');
    expect((await assigns(database.db, { trainee }, at(MORNING))).trainee.email).toBe('élodie@example.com');
  });

  it('has a name that can be seen', async () => {
    for (const unseen of Object.values(UNSEEN)) {
      const values = { email: 'jane@example.com', first_name: `${unseen} ${unseen}`, last_name: unseen };
      const missing = 'Saisissez un nom.';
      expect((await submits(values)).body.errors).toEqual({ first_name: missing, last_name: missing });
    }
    expect(await count(database.db, 'trainees')).toBe(0);
  });
});
