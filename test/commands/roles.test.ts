import { grantRole, peopleGranted } from '../../src/features/roles/granted-roles.sql';
import { takeBackRole } from '../../src/features/roles/manage-roles';
import { personOf } from '../../src/features/roles/resolve-person';
import type { Person } from '../../src/playground/person';
import { openProductDatabase } from '../../src/product-database';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged, pressesForgedInModal } from '../support/forged-press';
import { type Office, openOffice } from '../support/office';
import { ada, colleague, gus, MORNING, sonia as soniaId } from '../support/people';
import { aSubmission, SignedClient } from '../support/signed-client';
import { allIsSaid, checksum, count } from '../support/tables';

const GENERAL = 'C0GENERAL01';
const noahId = { teamId: 'T000000001', userId: 'U0NOAH00001' };
const given = { by: soniaId, at: '2026-03-01T09:00:00.000Z' };
const NOBODY_APPOINTED = { admins: [], sales: [], salesFrom: 'settings' as const };

describe.each(screenDatabases)('roles, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  const named = (key: string): Person => office.workspace.person(key);

  async function begins(admins = [ada.userId]): Promise<void> {
    office = await openOffice(database.db, { now: () => MORNING, admins });
  }

  beforeEach(async () => {
    database = await open();
  });

  afterEach(async () => {
    const failures = office?.workspace.failures.map(({ text }) => text);
    await office?.close();
    await database?.close();
    expect(failures?.filter((text) => !text.includes('users.info'))).toEqual([]);
  });

  const answerTo = (person: Person) =>
    person
      .messages(GENERAL)
      .filter(({ ephemeral }) => ephemeral)
      .at(-1)?.text;

  async function gives(person: Person, wish: { person: string; role: string }): Promise<void> {
    await person.runs('/seats roles', GENERAL);
    await person.clicks('Give a role');
    await person.submits(wish);
  }

  it('are shown to an administrator, with their origin', async () => {
    await begins();
    await grantRole(database.db, { ...given, to: colleague, role: 'sales' });
    await grantRole(database.db, { ...given, to: noahId, role: 'admin' });
    await named('ada').runs('/seats roles', GENERAL);
    const seen = named('ada').screen();
    expect(seen).toContain('From the settings: @Ada Administrator');
    expect(seen).toContain('@Noah Newcomer, given by @Sonia Sales on 1 March 2026');
    expect(seen).toContain('From the settings: @Sonia Sales');
    expect(named('ada').modal?.blocks.filter((block) => JSON.stringify(block).includes('"confirm"'))).toHaveLength(2);
  });

  it('are granted and revoked in the app, immediately; the person learns by whom', async () => {
    await begins();
    const [boss, noah] = [named('ada'), named('noah')];
    await gives(boss, { person: noahId.userId, role: 'sales' });
    expect(boss.screen()).toContain('@Noah Newcomer now has the role Sales and has been told.');
    await noah.runs('/seats generate', GENERAL);
    expect(noah.modal?.callback_id).toBe('generate_seats');
    await noah.closes();
    await allIsSaid(database.db);
    expect(noah.sees('You’re now on the sales team')).toBe(true);
    expect(noah.sees('Given by @Ada Administrator')).toBe(true);
    await boss.closes();
    expect(await boss.finds('@Noah Newcomer, given by @Ada Administrator')).toBe(true);
    await boss.clicks('Remove role');
    expect(boss.screen()).not.toContain('@Noah Newcomer, given');
    await noah.runs('/seats generate', GENERAL);
    expect(answerTo(noah)).toContain('You have no role here yet.');
    await allIsSaid(database.db);
    expect(noah.sees('You’re no longer on the sales team')).toBe(true);
    for (const action of ['role.granted', 'role.revoked']) {
      expect(await count(database.db, 'ledger', { action, subject: 'T000000001/U0NOAH00001' })).toBe(1);
    }
  });

  it('of an administrator are offered by help and on the Home', async () => {
    await begins();
    await gives(named('ada'), { person: noahId.userId, role: 'admin' });
    const noah = named('noah');
    await noah.runs('/seats', GENERAL);
    await noah.clicks('Roles', { channel: GENERAL });
    expect(noah.modal?.callback_id).toBe('roles');
    await noah.clicks('Remove role');
    expect(noah.screen()).toContain('You removed your own role');
    await noah.closes();
    await noah.runs('/seats roles', GENERAL);
    expect(answerTo(noah)).toContain('You have no role here yet.');
  });

  it.each([
    ['of another company', gus.userId, 'Choose a member of your own workspace'],
    ['whom Slack does not know', 'U0NOBODY001', 'Choose a member of your own workspace'],
    ['who sells already', soniaId.userId, 'This person already has this role.'],
  ])('are not granted to a person %s', async (_who, userId, told) => {
    await begins();
    await gives(named('ada'), { person: userId, role: 'sales' });
    expect(named('ada').errors.person).toContain(told);
    expect(await count(database.db, 'roles')).toBe(0);
  });

  it('are not granted while Slack does not return the person’s workspace', async () => {
    await begins();
    const boss = named('ada');
    await boss.runs('/seats roles', GENERAL);
    await boss.clicks('Give a role');
    office.workspace.faults.next('users.info', { kind: 'http', status: 503 });
    await boss.submits({ person: noahId.userId, role: 'sales' });
    expect(boss.errors.person).toContain('Slack didn’t tell us in time which company this person belongs to');
    await boss.submits();
    expect(boss.screen()).toContain('now has the role Sales');
  });

  it('are managed by administrators only', async () => {
    await begins();
    await grantRole(database.db, { ...given, to: noahId, role: 'sales' });
    const before = await checksum(database.db);
    const client = new SignedClient(office.workspace);
    for (const [key, refused] of [
      ['sonia', 'Only administrators can do this.'],
      ['claire', 'Seuls les administrateurs peuvent le faire.'],
    ] as const) {
      const person = named(key);
      await person.runs('/seats roles', GENERAL);
      expect(answerTo(person)).toBe(refused);
      for (const action of ['open_roles', 'open_give_role', 'take_back_role']) {
        await pressesForged(person, { action, value: 'sales:T000000001/U0NOAH00001', channel: GENERAL });
        expect(answerTo(person)).toBe(refused);
      }
      const { teamId } = soniaId;
      const form = aSubmission('give_role', { person: person.is.userId, role: 'admin' });
      expect((await client.submits({ teamId, userId: person.is.userId }, form)).text).toContain(refused);
    }
    expect(await checksum(database.db)).toBe(before);
  });

  it('are granted once, however often the form arrives', async () => {
    await begins();
    const client = new SignedClient(office.workspace);
    const form = aSubmission('give_role', { person: noahId.userId, role: 'sales' });
    const replies = await Promise.all([1, 2, 3].map(() => client.submits(ada, form)));
    for (const { text } of replies) expect(text).toContain('now has the role Sales');
    expect(await count(database.db, 'ledger', { action: 'role.granted' })).toBe(1);
    expect(await count(database.db, 'outbox', { kind: 'role.changed' })).toBe(1);
  });

  it.each(['', 'sales', 'owner:T000000001/U0NOAH00001', 'admin:T/', '💥'])(
    'are not revoked by a button with the value %j',
    async (value) => {
      await begins();
      await grantRole(database.db, { ...given, to: noahId, role: 'admin' });
      const boss = named('ada');
      await boss.runs('/seats roles', GENERAL);
      await pressesForgedInModal(boss, 'take_back_role', value);
      expect(boss.screen()).toContain('This form is out of date.');
      expect(await count(database.db, 'roles')).toBe(1);
    },
  );

  it('make all of sales administrators until one is named; then one always remains', async () => {
    await begins([]);
    const [sonia, boss] = [named('sonia'), named('ada')];
    await sonia.runs('/seats roles', GENERAL);
    expect(sonia.screen()).toContain('There’s no administrator, so everyone in sales acts as one.');
    await sonia.clicks('Give a role');
    await sonia.submits({ person: ada.userId, role: 'admin' });
    expect(sonia.screen()).toContain('@Ada Administrator now has the role Administrator');
    await sonia.closes();
    expect(await sonia.finds('@Ada Administrator, given by @Sonia Sales')).toBe(true);
    await sonia.closes();
    await sonia.runs('/seats roles', GENERAL);
    expect(answerTo(sonia)).toBe('Only administrators can do this.');
    await boss.runs('/seats roles', GENERAL);
    await boss.clicks('Remove role');
    expect(boss.screen()).toContain('This is the last administrator. Without one, everyone in sales would be one.');
    expect(await peopleGranted(database.db, 'admin')).toEqual([ada]);
  });

  it('keep one of two administrators who revoke each other at once', async () => {
    await begins([]);
    const { db, url } = database;
    await grantRole(db, { ...given, to: ada, role: 'admin' });
    await grantRole(db, { ...given, to: noahId, role: 'admin' });
    const appointment = { sales: false, admin: false, isAdminless: true };
    const [one, two] = [
      await personOf(db, ada, appointment, MORNING),
      await personOf(db, noahId, appointment, MORNING),
    ];
    const other = openProductDatabase(url);
    const outcomes = await Promise.allSettled([
      takeBackRole(db, 'admin:T000000001/U0NOAH00001', NOBODY_APPOINTED, one, MORNING),
      takeBackRole(other, 'admin:T000000001/U0ADA000001', NOBODY_APPOINTED, two, MORNING),
    ]).finally(() => other.destroy());
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { name: 'UserError' } });
    expect(await peopleGranted(db, 'admin')).toHaveLength(1);
  });
});
