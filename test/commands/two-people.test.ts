import { releaseSeat } from '../../src/features/assignments/release-seat';
import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged, pressesForgedInModal } from '../support/forged-press';
import { found } from '../support/found';
import { type Office, openOffice } from '../support/office';
import { assigns, MORNING, sales, sells } from '../support/people';

const GENERAL = 'C0GENERAL01';
const ANOTHER = 'This seat now has another trainee';
const ana = { firstName: 'Ana', lastName: 'Costa', email: 'ana@example.com' };
const bob = { firstName: 'Bob', lastName: 'Low', email: 'bob@example.com' };

describe.each(screenDatabases)('two people, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;
  let ada: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    sonia = office.workspace.person('sonia');
    ada = office.workspace.person('ada');
    await sells(database.db, { customer: 'GLOBEX', quantity: 1 });
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const anaHasTheSeat = () => assigns(database.db, { customer: 'GLOBEX', trainee: ana });
  const presses = (who: Person, action: string, value: string) =>
    pressesForged(who, { action, value, channel: GENERAL });
  const opensCard = async (who: Person) => {
    await presses(who, 'open_assigned', 'customer:GLOBEX');
    await who.clicks('Open');
    expect(who.screen()).toContain('has a seat in Excel basics');
  };
  /** Somebody releases Ana’s only seat and gives it to Bob. */
  const bobGetsTheSeat = async (anas: Awaited<ReturnType<typeof anaHasTheSeat>>) => {
    await releaseSeat(database.db, anas, sales, MORNING);
    return assigns(database.db, { customer: 'GLOBEX', trainee: bob });
  };
  const assignment = (id: number) => found(database.db('assignments').where({ id }).first());

  it('cannot release or change, from an old card, a seat that somebody else has by now', async () => {
    const anas = await anaHasTheSeat();
    await opensCard(sonia);
    const bobs = await bobGetsTheSeat(anas);
    const before = await assignment(bobs.id);
    for (const label of ['Release', 'Change']) {
      await sonia.clicks(label);
      expect(sonia.screen()).toContain(ANOTHER);
      expect(sonia.screen()).not.toContain('Bob Low');
      await sonia.closes();
    }
    expect(await assignment(bobs.id)).toEqual(before);
  });

  it('cannot release, from an old card, somebody who has another course by now', async () => {
    const { id } = await anaHasTheSeat();
    await opensCard(sonia);
    await opensCard(ada);
    await ada.clicks('Change');
    await ada.submits({ course: 'EXCEL-2' });
    const before = await assignment(id);
    await sonia.clicks('Release');
    expect(sonia.screen()).toContain('Someone else changed this seat, so nothing was done.');
    expect(await assignment(id)).toEqual(before);
  });

  it('cannot save, in a form of one trainee, days for another', async () => {
    const anas = await anaHasTheSeat();
    await opensCard(sonia);
    await sonia.clicks('Change');
    const bobs = await bobGetsTheSeat(anas);
    const before = await assignment(bobs.id);
    await sonia.submits({ course: 'EXCEL-2', end_date: '2026-05-05' });
    expect([sonia.screen(), ...Object.values(sonia.errors)].join()).toContain(ANOTHER);
    expect(await assignment(bobs.id)).toEqual(before);
  });

  it.each(['release_seat', 'open_change', 'retry_enrolment'])(
    'see the card when they press an old button that names only the seat: %s',
    async (action) => {
      const { id, seat } = await anaHasTheSeat();
      await opensCard(sonia);
      const before = await assignment(id);
      await pressesForgedInModal(sonia, action, seat);
      expect(sonia.screen()).toContain('Ana Costa has a seat in Excel basics');
      expect(await assignment(id)).toEqual(before);
    },
  );

  it('are asked again when the chosen short name has become another course’s', async () => {
    const swaps = async () => {
      const rename = async (from: string, to: string) =>
        database.db('courses').where({ shortname: from }).update({ shortname: to, shortname_key: to.toLowerCase() });
      for (const [from, to] of [
        ['EXCEL-2', 'OLD'],
        ['EXCEL-3', 'EXCEL-2'],
        ['OLD', 'EXCEL-3'],
      ] as const) {
        await rename(from, to);
      }
    };
    const { id } = await anaHasTheSeat();
    await opensCard(sonia);
    await sonia.clicks('Change');
    await sonia.chooses('course', 'EXCEL-2');
    await swaps();
    await sonia.submits();
    expect(sonia.errors.course).toMatch(/has another short name since you opened this form/);
    expect((await assignment(id)).course_id).toBe(1);
    await sonia.submits({ course: 'EXCEL-2' });
    expect(sonia.screen()).toContain('Ana Costa has a seat in');
  });

  it('are told when somebody changed the seat meanwhile, see how it is now, and can save again', async () => {
    const { id } = await anaHasTheSeat();
    for (const who of [sonia, ada]) {
      await opensCard(who);
      await who.clicks('Change');
    }
    await ada.submits({ end_date: '2026-05-05' });
    expect(ada.screen()).toContain('Ana Costa has a seat in Excel basics');
    await sonia.submits({ end_date: '2026-06-06' });
    expect(sonia.screen()).toContain('Someone changed this seat after you opened the form');
    expect(sonia.screen()).toMatch(/Now:\s+Last day: 5 May 2026/);
    expect((await assignment(id)).end_date).toBe('2026-05-05');
    await sonia.submits();
    expect((await assignment(id)).end_date).toBe('2026-06-06');
  });

  it('do not overwrite each other’s settings of reminders', async () => {
    const customer = () => found(database.db('customers').where({ code: 'GLOBEX' }).first());
    for (const who of [sonia, ada]) await presses(who, 'open_reminders', 'GLOBEX');
    await ada.submits({ time: '07:30', days: '1,4', country: 'GB' });
    await sonia.submits({ time: '10:00', send_to: 'direct' });
    expect(sonia.screen()).toContain('Someone changed these reminders after you opened the form');
    expect(sonia.screen()).toMatch(/Now:\s+On: Monday, Thursday\s+At: 07:30/);
    expect(await customer()).toMatchObject({ reminder_time: '07:30', reminder_to: 'channel', holiday_country: 'GB' });
    await sonia.submits();
    expect(await customer()).toMatchObject({ reminder_time: '10:00', reminder_to: 'direct' });
  });

  it('do not overwrite each other’s pause of reminders', async () => {
    const until = async () => (await found(database.db('customers').where({ code: 'GLOBEX' }).first())).snoozed_until;
    for (const who of [sonia, ada]) {
      await presses(who, 'open_reminders', 'GLOBEX');
      await who.clicks('Snooze');
    }
    await ada.submits({ snooze_for: 'date', snooze_until: '2026-04-15' });
    await sonia.submits({ snooze_for: 'next_week' });
    expect(sonia.screen()).toContain('Someone changed these reminders after you opened the form');
    expect(sonia.screen()).toContain('Wednesday, 15 April 2026');
    expect(await until()).toBe('2026-04-15');
    await sonia.submits();
    expect(await until()).toBe('2026-03-09');
  });

  it('do not overwrite each other’s limits of a coordinator', async () => {
    const quota = async () =>
      (await found(database.db('coordinators').where({ user_id: 'U0GUS000001' }).first())).quota;
    for (const who of [sonia, ada]) {
      await presses(who, 'open_coordinators', 'GLOBEX');
      await who.clicks('Edit');
    }
    await ada.submits({ quota: '3', products: 'EXCEL-SEAT' });
    await sonia.submits({ quota: '50' });
    expect(sonia.screen()).toContain('Someone changed this coordinator’s limits after you opened the form');
    expect(sonia.screen()).toMatch(/Now:\s+Products: Excel\s+Seats a month: 3\s/);
    expect(await quota()).toBe(3);
    await sonia.submits();
    expect(await quota()).toBe(50);
  });
});
