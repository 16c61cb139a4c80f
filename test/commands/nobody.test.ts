import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { type Office, openOffice } from '../support/office';
import { MORNING, sells } from '../support/people';
import { aSubmission, SignedClient } from '../support/signed-client';
import { checksum } from '../support/tables';
import { eventually } from '../support/time';

const channel = 'C0ACME00001';
const noahId = { teamId: 'T000000001', userId: 'U0NOAH00001' };
const NO_ROLE = /[Yy]ou have no role/;
const fields: Record<string, string[]> = {
  generate_seats: ['customer', 'product'],
  list_seats: ['customer', 'filter_product', 'filter_course'],
  assign_seat: ['customer', 'pool', 'course', 'trainee'],
};

describe.each(screenDatabases)('a person without a role, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let noah: Person;
  let client: SignedClient;
  let before: string;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    noah = office.workspace.person('noah');
    client = new SignedClient(office.workspace);
    await sells(database.db, { quantity: 5 });
    before = await checksum(database.db, { without: ['outbox'] });
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  afterEach(async () => {
    expect(await checksum(database.db, { without: ['outbox'] })).toBe(before);
    expect(office.workspace.failures).toEqual([]);
    if (noah.modal) await noah.closes({ all: true });
  });

  /** Only ephemeral messages: orders and boards post meanwhile. */
  const answers = () => noah.messages(channel).filter(({ ephemeral }) => ephemeral);

  const commands = ['', 'help', 'generate', 'list', 'assign', 'assign a@example.com EXCEL-1', 'assign nobody', 'lsit'];

  it.each(commands)('gets a short “no role” answer after /seats %s', async (words) => {
    await noah.runs(`/seats ${words}`, channel);
    const answer = answers().at(-1);
    expect(answer).toMatchObject({ ephemeral: true, text: expect.stringMatching(NO_ROLE) });
    expect(answer?.text.length).toBeLessThan(250);
    expect(noah.modal).toBeUndefined();
  });

  it.each(Object.keys(fields))('gets a “no role” answer after the shortcut %s', async (shortcut) => {
    await noah.uses(shortcut);
    expect(noah.screen()).toMatch(NO_ROLE);
    expect(noah.modal).toMatchObject({ submit: null });
  });

  const actions = ['open_generate', 'open_list', 'open_assign', 'assign_from_pool', 'open_pool', 'cancel_order'];

  it.each(actions)('gets a “no role” answer after pressing %s', async (action) => {
    const read = answers().length;
    await pressesForged(noah, { action, value: 'B0000000001', channel });
    expect(answers().slice(read)).toMatchObject([{ text: expect.stringMatching(NO_ROLE) }]);
    expect(noah.modal).toBeUndefined();
  });

  it.each([
    ['generate_seats', { customer: 'ACME', product: 'ANY-SEAT', quantity: '1' }],
    ['list_seats', { customer: 'ACME' }],
    ['assign_seat', { pool: 'B0000000001', course: 'EXCEL-1', trainee: '1' }],
    ['cancel_order', { reason: 'Because' }],
  ])('gets a “no role” answer after submitting %s', async (modal, values: Record<string, string>) => {
    const metadata = '{"order":"B0000000001","customer":"ACME"}';
    const reply = await client.submits(noahId, { ...aSubmission(modal, values), metadata });
    expect(reply).toMatchObject({ status: 200, text: expect.stringMatching(NO_ROLE) });
  });

  it.each(Object.keys(fields))('gets no options in %s', async (modal) => {
    for (const field of fields[modal] ?? []) {
      const metadata = '{"customer":"ACME","pool":"B0000000001"}';
      const offered = await client.types(noahId, field, '', { ...aSubmission(modal, {}), metadata });
      expect({ field, ...offered.body }).toEqual({ field, options: [] });
    }
  });

  it('reads “no role” on the Home', async () => {
    await noah.opensHome();
    await eventually('the Home is there', () => noah.state.home !== undefined);
    expect(JSON.stringify(noah.state.home)).toMatch(NO_ROLE);
    expect(JSON.stringify(noah.state.home)).not.toContain('"type":"button"');
  });
});
