import { refreshBoards } from '../../src/features/reminders/refresh-boards';
import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { type Office, openOffice } from '../support/office';
import { assigns, MORNING, refusal, sells } from '../support/people';
import { looks } from '../support/reminders';
import { allIsSaid, count } from '../support/tables';
import { eventually } from '../support/time';

const ACME = 'C0ACME00001';
const GENERAL = 'C0GENERAL01';
const RESTS = 'est archivé\u00A0: ses places sont en attente';
/** The next working day, after the reminder time. */
const NEXT_MORNING = '2026-03-03T08:30:00Z';

describe.each(screenDatabases)('an archived customer, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;
  let claire: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    [sonia, claire] = [office.workspace.person('sonia'), office.workspace.person('claire')];
    await sells(database.db, { quantity: 3 }, MORNING);
    await eventually('the board stands', () => claire.sees('3 places à attribuer'));
    await allIsSaid(database.db);
    await sonia.runs('/seats customers acme', GENERAL);
    await sonia.clicks('Open', { value: 'ACME' });
    await sonia.clicks('Archive');
    await sonia.finds('Archived. No one can');
    await allIsSaid(database.db);
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  afterEach(async () => {
    for (const person of [sonia, claire]) if (person.modal) await person.closes({ all: true });
  });

  const whispered = () => claire.messages(ACME).filter(({ ephemeral }) => ephemeral);

  it('is marked on its card, in the list and on its board', async () => {
    await sonia.runs('/seats customers', GENERAL);
    expect(sonia.screen()).toContain('Acme (ACME) · archived');
    expect(sonia.screen().indexOf('Globex (GLOBEX)')).toBeLessThan(sonia.screen().indexOf('Acme (ACME)'));
    expect(claire.sees('Acme est archivé. L’équipe commerciale peut le restaurer.')).toBe(true);
    expect(await count(database.db, 'ledger', { action: 'customer.archived', subject: 'ACME' })).toBe(1);
  });

  it('has no buttons in its channel, neither on the board nor on its orders', () => {
    const standing = claire.messages(ACME).filter(({ edited }) => edited);
    expect(standing).toHaveLength(2);
    const said = JSON.stringify(standing);
    expect(said).toContain('B0000000001');
    expect(said).not.toContain('open_assign');
    expect(said).not.toContain('open_list');
  });

  it.each(['open_assign', 'open_list'])(
    'answers its coordinators politely when they press an old button: %s',
    async (action) => {
      const before = whispered().length;
      await pressesForged(claire, { action, value: 'B0000000001', channel: ACME });
      await eventually('she is answered', () => whispered().length > before);
      expect(whispered().at(-1)?.text).toContain(RESTS);
      expect(claire.modal).toBeUndefined();
    },
  );

  it('is offered neither for sale nor for assignment', async () => {
    await sonia.runs('/seats generate', ACME);
    expect(await sonia.types('customer', 'acme')).toEqual([]);
    expect(JSON.stringify(sonia.modal?.state.values)).not.toContain('ACME');
    expect(await refusal(sells(database.db, {}, MORNING))).toBe('customer.archived');
    expect(await refusal(assigns(database.db, {}, MORNING))).toBe('customer.archived');
  });

  it('gets no reminder and no board refresh', async () => {
    await database.db('reminders').delete();
    await looks(database.db, NEXT_MORNING);
    expect(await count(database.db, 'reminders', { customer_id: 1 })).toBe(0);
    expect(await count(database.db, 'outbox', { kind: 'reminder', subject: '1/2026-03-03' })).toBe(0);
    await database.db('standing_messages').whereLike('subject', 'board:%').update({ shown_on: '2026-01-01' });
    expect(await refreshBoards(database.db, MORNING)).toBe(0);
  });

  it('is restored completely in one press, however often the button is pressed', async () => {
    await sonia.runs('/seats customers acme', GENERAL);
    await sonia.clicks('Open', { value: 'ACME' });
    await sonia.finds('Archived. No one can');
    await Promise.all([sonia.clicks('Restore'), sonia.clicks('Restore')]);
    expect(await sonia.finds('Restored. Everything works as before.')).toBe(true);
    expect(await count(database.db, 'ledger', { action: 'customer.restored', subject: 'ACME' })).toBe(1);
    await sonia.closes();
    expect(await sonia.finds('Acme (ACME)\n3 seats left to assign')).toBe(true);
    await eventually('the board counts again', () => claire.sees('3 places à attribuer'));
    await claire.clicks('Attribuer une place', { channel: ACME });
    expect(claire.modal).toBeDefined();
    await looks(database.db, NEXT_MORNING);
    expect(await count(database.db, 'reminders', { customer_id: 1, day: '2026-03-03', outcome: 'digest' })).toBe(1);
  });
});
