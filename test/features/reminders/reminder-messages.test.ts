import { toInstant } from '../../../src/core/time';
import type { Person } from '../../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { assigns, sells } from '../../support/people';
import { looks } from '../../support/reminders';
import { allIsSaid, count } from '../../support/tables';
import { at, eventually } from '../../support/time';

const GLOBEX = 'C0GLOBEX001';
const SUNDAY = at('2026-03-01T15:00:00Z');
/** 09:00 in New York. */
const MONDAY = at('2026-03-02T14:00:00Z');

describe.each(screenDatabases)('the morning reminder, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let gus: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { startsAt: SUNDAY });
    gus = office.workspace.person('gus');
    await sells(
      database.db,
      { customer: 'GLOBEX', quantity: 5, assignBy: '2026-05-01', externalReference: 'PO-4711' },
      SUNDAY,
    );
    expect(await gus.finds('Globex’s training seats')).toBe(true);
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const reminders = () => gus.messages(GLOBEX).filter(({ text }) => /unassigned seats? for Globex/.test(text));
  const movesTo = async (moment: typeof MONDAY) => {
    const isQueued = { kind: 'reminder' };
    const before = await count(database.db, 'outbox', isQueued);
    office.workspace.clock.moveTo(moment);
    await eventually('it is queued', async () => (await count(database.db, 'outbox', isQueued)) > before);
    await allIsSaid(database.db);
  };

  it('shows how many seats, of which product, since when and until when, with its buttons', async () => {
    await movesTo(MONDAY);
    const [reminder] = reminders();
    expect(reminder?.text).toBe('5 unassigned seats for Globex · 5 to assign by 1 May 2026 (60 days left)');
    const blocks = JSON.stringify(reminder?.blocks);
    expect(blocks).toContain(
      'Excel: 5 seats\\nAll to assign by 1 May 2026 (60 days left) · the oldest generated 1 day ago',
    );
    expect(blocks).toContain(
      '5 Excel seats (order B0000000001) expire after 1 May 2026: 60 days left. Purchase order: PO-4711',
    );
    for (const action of ['open_assign', 'open_list', 'open_snooze', 'open_reminders']) {
      expect(blocks).toContain(`"action_id":"${action}"`);
    }
  });

  it('lets a coordinator assign a seat, and does not repeat that day', async () => {
    await movesTo(MONDAY);
    await gus.clicks('Assign a seat', { channel: GLOBEX });
    const typed = { trainee: 'new', first_name: 'Bea', last_name: 'Stone', email: 'bea@globex.example' };
    await gus.submits({ ...typed, course: 'EXCEL-1' });
    expect(gus.screen()).toContain('Bea Stone has a seat in Excel basics');
    expect(await looks(database.db, toInstant(MONDAY.plus({ hours: 2 })))).toEqual({ queued: 0, late: 0 });
    expect(reminders()).toHaveLength(1);
    await gus.closes();
    office.workspace.clock.moveTo(MONDAY.plus({ days: 1 }));
    expect(await gus.finds('4 unassigned seats for Globex')).toBe(true);
  });

  it('is not sent when the last seat is assigned while it waits', async () => {
    office.workspace.faults.switchOn('slack_down');
    office.workspace.clock.moveTo(MONDAY);
    // Waits for a failed attempt, then delays the retry until the seats are gone.
    await eventually('it was tried in vain', async () => {
      const failed = database.db('outbox').where({ kind: 'reminder' }).whereIn('state', ['pending', 'unknown']);
      return (await failed.where('attempts', '>', 0).update({ due_at: '9999' })) > 0;
    });
    for (let seat = 0; seat < 5; seat += 1) {
      await assigns(database.db, { customer: 'GLOBEX' }, MONDAY);
    }
    office.workspace.faults.clear();
    await database.db('outbox').whereNot({ state: 'sent' }).update({ due_at: '' });
    expect(await gus.finds('All 5 seats for Globex are assigned')).toBe(true);
    await allIsSaid(database.db);
    expect(reminders()).toHaveLength(0);
  });

  it('offers weekly reminders in one press after two weeks without a change', async () => {
    await movesTo(MONDAY);
    expect(JSON.stringify(reminders())).not.toContain('remind_weekly');
    await movesTo(MONDAY.plus({ days: 15 }));
    expect(JSON.stringify(reminders().at(-1)?.blocks)).toContain('Nothing has changed for two weeks.');
    await gus.clicks('Remind weekly', { channel: GLOBEX });
    expect(await gus.finds('The next reminder comes on Monday, 23 March 2026')).toBe(true);
    const before = reminders().length;
    office.workspace.clock.moveTo(MONDAY.plus({ days: 16 }));
    const wednesday = { day: '2026-03-18', outcome: 'nothing' } as const;
    await eventually('the day is decided', async () => (await count(database.db, 'reminders', wednesday)) > 0);
    await allIsSaid(database.db);
    expect(reminders()).toHaveLength(before);
  });

  it('goes to each coordinator in their own language, if the customer chooses direct messages', async () => {
    await database.db('customers').where({ code: 'GLOBEX' }).update({ reminder_to: 'direct' });
    await movesTo(MONDAY);
    expect(reminders()).toHaveLength(0);
    expect(gus.messages(gus.is.directId)[0]?.text).toContain('5 unassigned seats for Globex');
  });

  it('lists only expiring seats on a day without a digest, once per threshold', async () => {
    await database.db('customers').where({ code: 'GLOBEX' }).update({ reminder_frequency: 'never' });
    office.workspace.clock.moveTo(MONDAY);
    expect(await gus.finds('5 of Globex’s seats expire soon')).toBe(true);
    expect(gus.screen()).toContain('days left. Purchase order: PO-4711');
    office.workspace.clock.moveTo(MONDAY.plus({ days: 1 }));
    const tuesday = { day: '2026-03-03', outcome: 'nothing' } as const;
    await eventually('the day is decided', async () => (await count(database.db, 'reminders', tuesday)) > 0);
    await allIsSaid(database.db);
    expect(gus.messages(GLOBEX).filter(({ text }) => text.includes('expire soon'))).toHaveLength(1);
    office.workspace.clock.moveTo(MONDAY.plus({ days: 30 }).minus({ hours: 1 }));
    expect(await gus.finds('after 1 May 2026: 30 days left')).toBe(true);
  });
});
