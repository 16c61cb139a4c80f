import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged } from '../support/forged-press';
import { claire, colleague } from '../support/people';
import { FAILED, openRivals, type Rivals, SECRETS } from '../support/rivals';
import { aSubmission } from '../support/signed-client';
import { checksum } from '../support/tables';

const GENERAL = 'C0GENERAL01';
const GLOBEX = 'C0GLOBEX001';
const THEIRS = 'T000000001/U0CLAIRE001@ACME';
const OWN = 'T0GLOBEX001/U0GUS000001@GLOBEX';
const POLITE =
  /^(Only the sales team can do this|You have no role here yet|Choose a customer from the list|This invitation is no longer open|This has already ended|Only the coordinators themselves|This form is out of date)/;

const presses: [action: string, value: string][] = [
  ['open_coordinators', 'ACME'],
  ...['ACME', 'GLOBEX', '', "'; drop table coordinators", '💥'].flatMap((value): [string, string][] => [
    ['add_coordinator', value],
    ['invite_coordinator', value],
  ]),
  ...[THEIRS, OWN, '@', '/@', 'T/U@ACME', '\u0000'].flatMap((value): [string, string][] => [
    ['change_coordinator', value],
    ['remove_coordinator', value],
  ]),
  ['open_away', THEIRS],
  ['open_away', 'T000000001/U0CLAIRE001@GLOBEX'],
  ...['invitation:1', 'invitation:2', 'invitation:', '1', '\u0000'].flatMap((value): [string, string][] => [
    ['withdraw_invitation', value],
    ['accept_invitation', value],
  ]),
  ...['1', '2', '-1', 'NaN', '99999999999'].map((value): [string, string] => ['end_away', value]),
];

const values = { person: 'U0NOAH00001', quota: '5', start_date: '2026-03-05', end_date: '2026-03-06' };
const notes = [
  '{"customer":"ACME","teamId":"T000000001","userId":"U0CLAIRE001"}',
  '{"customer":"GLOBEX","teamId":"T000000001","userId":"U0CLAIRE001"}',
  '{"customer":["ACME"],"teamId":{"a":1}}',
  '{',
];
const forms = ['add_coordinator', 'change_coordinator', 'invite_coordinator', 'set_away'];
// Without valid metadata, a delegation form means the person's own delegation.
const submissions = forms.flatMap((modal) =>
  notes.slice(0, modal === 'set_away' ? 2 : undefined).map((metadata): [string, string] => [modal, metadata]),
);

describe.each(screenDatabases)('forged requests about coordinators, on $name', ({ open }) => {
  let database: TestDatabase;
  let rivals: Rivals;
  let before: string;

  beforeAll(async () => {
    database = await open();
    rivals = await openRivals(database);
    const ofAcme = { customer_id: 1, team_id: claire.teamId, user_id: claire.userId };
    const days = { from_day: '2026-03-02', to_day: '2026-03-03' };
    await database
      .db('delegations')
      .insert({ ...ofAcme, to_team: colleague.teamId, to_user: colleague.userId, ...days });
    await database.db('invitations').insert({
      customer_id: 1,
      user_id: 'U0ADA000001',
      state: 'open',
      invited_at: '2026-03-02T09:00:00.000Z',
      invited_by_team: 'T000000001',
      invited_by_user: 'U0SONIA0001',
    });
    before = await checksum(database.db, { without: ['outbox'] });
  });

  afterAll(async () => {
    await rivals?.office.close();
    await database?.close();
  });

  /** People without rights here: another customer's coordinator, and a person without a role. */
  const people = (): Person[] => [rivals.gus, rivals.office.workspace.person('noah')];
  const placeOf = (person: Person) => (person === rivals.gus ? GLOBEX : GENERAL);
  const inPrivate = (person: Person) => person.messages(placeOf(person)).filter(({ ephemeral }) => ephemeral);

  afterEach(async () => {
    for (const person of people()) expect(person.modal).toBeUndefined();
    expect(await checksum(database.db, { without: ['outbox'] })).toBe(before);
  });

  it.each(presses)('are refused politely, and change nothing: the button %s with %j', async (action, value) => {
    for (const person of people()) {
      const seen = inPrivate(person).length;
      await pressesForged(person, { action, value, channel: placeOf(person) });
      const told = inPrivate(person).slice(seen);
      expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(POLITE)]);
      expect(told[0]?.text).not.toMatch(SECRETS);
    }
  });

  it.each(submissions)('are refused politely, and change nothing: the form %s with %s', async (modal, metadata) => {
    for (const { is } of people()) {
      const by = { teamId: is.team.id, userId: is.userId };
      const { status, text } = await rivals.client.submits(by, { ...aSubmission(modal, values), metadata });
      expect(status).toBe(200);
      expect(text).toMatch(/"response_action":"(push|errors)"/);
      expect(text).not.toMatch(SECRETS);
      expect(text).not.toMatch(FAILED);
    }
  });

  it('find no product and no other customer by typing', async () => {
    for (const { is } of people()) {
      const by = { teamId: is.team.id, userId: is.userId };
      for (const modal of ['add_coordinator', 'change_coordinator', 'invite_coordinator']) {
        const { text } = await rivals.client.types(by, 'products', '', aSubmission(modal, values));
        expect(JSON.parse(text).options).toEqual([]);
      }
      const { text } = await rivals.client.types(by, 'customer', 'Zebra', aSubmission('coordinators', {}));
      expect(JSON.parse(text).options).toEqual([]);
    }
  });
});
