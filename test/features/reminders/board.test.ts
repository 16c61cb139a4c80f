import { toInstant } from '../../../src/core/time';
import { getCustomer } from '../../../src/features/customers/customers.sql';
import { queueBoard } from '../../../src/features/reminders/board.messages';
import { refreshBoards } from '../../../src/features/reminders/refresh-boards';
import type { Fault } from '../../../src/playground/faults';
import type { Person } from '../../../src/playground/person';
import { withPlainSpaces } from '../../../src/playground/screen';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { fill, type Office, openOffice } from '../../support/office';
import { assigns, sells } from '../../support/people';
import { allIsSaid } from '../../support/tables';
import { at, eventually } from '../../support/time';

const ACME = 'C0ACME00001';
const OTHER = 'C0GENERAL01';
/** A Saturday, so no reminder interferes. */
const SATURDAY = at('2026-02-28T15:00:00Z');
const SUNDAY = SATURDAY.plus({ days: 1 });
/** After the board's daily refresh and before the first reminder. */
const MONDAY_MORNING = at('2026-03-02T05:00:00Z');

describe.each(screenDatabases)('the board in a customer’s channel, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let claire: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { startsAt: SATURDAY });
    claire = office.workspace.person('claire');
    await sells(database.db, { quantity: 3, assignBy: '2026-03-31' }, SATURDAY);
    expect(await claire.finds('Places de formation d’Acme')).toBe(true);
    await allIsSaid(database.db);
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const boards = (channel = ACME) =>
    claire.messages(channel).filter(({ text }) => text.startsWith('Places de formation d’Acme'));
  const shows = () => withPlainSpaces(JSON.stringify(boards().at(-1)?.blocks ?? []));
  const updates = () => office.workspace.calls.filter(({ method }) => method === 'chat.update');
  const looksAt = (ts = '') => updates().filter(({ body }) => body.ts === ts).length;
  const deletions = () =>
    office.workspace.calls
      .filter(({ method }) => method === 'chat.delete')
      .map(({ body: { channel, ts } }) => ({ channel, ts }));
  /** Imports the new channel, and waits until the board has moved. */
  const moves = async (channel: string | undefined) => {
    await fill(database.db, JSON.stringify({ customers: [{ code: 'ACME', name: 'Acme', channel }] }));
    await allIsSaid(database.db);
  };
  const isLookedAt = async (moment: typeof SATURDAY, day: string) => {
    office.workspace.clock.moveTo(moment);
    await eventually(`it is looked at on ${day}`, async () => {
      const standing = await found(database.db('standing_messages').whereLike('subject', 'board:%').first());
      return standing.shown_on === day;
    });
    await allIsSaid(database.db);
  };

  it('is pinned, shows the unassigned seats, and has every button', () => {
    expect(boards()).toHaveLength(1);
    expect(boards()[0]).toMatchObject({ pinned: true });
    expect(shows()).toContain('Excel : 3, toutes à attribuer au plus tard le 31 mars 2026');
    for (const action of ['open_assign', 'open_list', 'ask_for_seats', 'open_reminders']) {
      expect(shows()).toContain(`"action_id":"${action}"`);
    }
  });

  it('updates in place as seats are assigned', async () => {
    await assigns(database.db, {}, SATURDAY);
    await eventually('the board follows', () => shows().includes('1 place attribuée ce mois-ci'));
    expect(boards()).toHaveLength(1);
    expect(shows()).toContain('2 places à attribuer');
  });

  it('coalesces many changes, with one update at a time', async () => {
    const before = looksAt(boards()[0]?.ts);
    office.workspace.faults.next('chat.update', { kind: 'slow', ms: 300 });
    await Promise.all([1, 2, 3].map(() => assigns(database.db, {}, SATURDAY)));
    await eventually('the board follows', () => shows().includes('3 places attribuées ce mois-ci'));
    await allIsSaid(database.db);
    // At most three updates, however slow the machine, and never two at once: the last one shows the current state.
    expect(looksAt(boards()[0]?.ts) - before).toBeLessThanOrEqual(3);
    expect(shows()).not.toContain('open_assign');
  });

  it('returns, pinned, after a person deletes it', async () => {
    await claire.deletes(ACME, boards()[0]?.ts ?? '');
    await assigns(database.db, {}, SATURDAY);
    await eventually('there is a board again', () => boards().length === 1);
    await allIsSaid(database.db);
    expect(shows()).toContain('2 places à attribuer');
    expect(boards()[0]?.pinned).toBe(true);
  });

  it('is replaced by a new one when Slack no longer allows an edit', async () => {
    const [old] = boards();
    // Leaves the board's own update as the one that fails.
    await database.db('standing_messages').whereLike('subject', 'order:%').delete();
    office.workspace.faults.next('chat.update', { kind: 'error', error: 'edit_window_closed' });
    await assigns(database.db, {}, SATURDAY);
    await eventually('the board follows', () => shows().includes('1 place attribuée ce mois-ci'));
    await allIsSaid(database.db);
    expect(boards()).toMatchObject([{ pinned: true }]);
    expect(boards()[0]?.ts).not.toBe(old?.ts);
  });

  it('returns the next morning, once, even if nothing has changed', async () => {
    await isLookedAt(SUNDAY, '2026-03-01');
    const [old] = boards();
    await claire.deletes(ACME, old?.ts ?? '');
    await isLookedAt(MONDAY_MORNING, '2026-03-02');
    expect(boards()).toMatchObject([{ pinned: true }]);
    expect(boards()[0]?.ts).not.toBe(old?.ts);
    expect(shows()).toContain('3 places à attribuer');
    await isLookedAt(MONDAY_MORNING.plus({ days: 1 }), '2026-03-03');
    expect(boards()).toHaveLength(1);
  });

  it('is refreshed in place once a day, and not again without a change', async () => {
    await isLookedAt(SUNDAY, '2026-03-01');
    const [{ ts } = { ts: '' }] = boards();
    const before = looksAt(ts);
    await isLookedAt(MONDAY_MORNING, '2026-03-02');
    expect(looksAt(ts)).toBe(before + 1);
    expect(await refreshBoards(database.db, MONDAY_MORNING.plus({ hours: 15 }))).toBe(0);
    await queueBoard(database.db, await getCustomer(database.db, 1), toInstant(MONDAY_MORNING));
    await allIsSaid(database.db);
    expect(looksAt(ts)).toBe(before + 1);
    expect(boards()).toMatchObject([{ ts }]);
  });

  it('stays in place if it is correct and Slack no longer allows an edit', async () => {
    await isLookedAt(SUNDAY, '2026-03-01');
    const [board] = boards();
    office.workspace.faults.next('chat.update', { kind: 'error', error: 'edit_window_closed' });
    await isLookedAt(MONDAY_MORNING, '2026-03-02');
    expect(boards()).toEqual([board]);
  });

  it('moves to the customer’s new channel as soon as it is imported', async () => {
    const [{ ts } = { ts: '' }] = boards();
    await moves(OTHER);
    expect(boards(OTHER)).toMatchObject([{ pinned: true }]);
    expect(boards()).toEqual([]);
    await assigns(database.db, {}, SATURDAY);
    await eventually('it is true', () => JSON.stringify(boards(OTHER)).includes('2 places à attribuer'));
    await allIsSaid(database.db);
    expect(deletions()).toEqual([{ channel: ACME, ts }]);
    await moves(ACME);
    expect(boards()).toMatchObject([{ pinned: true }]);
    expect(boards(OTHER)).toEqual([]);
  });

  it('is deleted when the customer loses its channel', async () => {
    await moves(undefined);
    expect(boards()).toEqual([]);
    await moves(OTHER);
    expect(boards(OTHER)).toHaveLength(1);
    expect(deletions()).toHaveLength(1);
  });

  it.each([
    'message_not_found',
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'cant_delete_message',
    'compliance_exports_prevent_deletion',
  ])('moves even if the old one cannot be deleted, and does not retry the deletion: %s', async (error) => {
    office.workspace.faults.next('chat.delete', { kind: 'error', error });
    await moves(OTHER);
    expect(boards(OTHER)).toHaveLength(1);
    await assigns(database.db, {}, SATURDAY);
    await allIsSaid(database.db);
    expect(deletions()).toHaveLength(1);
    expect(boards(OTHER)).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ['Slack is down', { kind: 'http', status: 503 }],
    ['there were too many', { kind: 'rate_limited', retryAfter: 1 }],
    ['the answer is lost', { kind: 'lost' }],
  ])('deletes the old one on a retry, and posts the new one once, when %s', async (_, fault) => {
    office.workspace.faults.next('chat.delete', fault);
    await moves(OTHER);
    expect(boards()).toEqual([]);
    expect(boards(OTHER)).toHaveLength(1);
  });

  it('is posted once in the new channel when the post fails after the deletion', async () => {
    office.workspace.faults.next('chat.postMessage', { kind: 'lost' });
    await moves(OTHER);
    expect(boards()).toEqual([]);
    expect(boards(OTHER)).toHaveLength(1);
    expect(deletions()).toHaveLength(1);
  });

  it('is deleted where it was posted without an answer, when the customer moves on before it was found', async () => {
    await moves(undefined);
    office.workspace.faults.next('chat.postMessage', { kind: 'lost' });
    office.workspace.faults.next('conversations.history', { kind: 'http', status: 503 }, { times: 3 });
    await fill(database.db, JSON.stringify({ customers: [{ code: 'ACME', name: 'Acme', channel: ACME }] }));
    await eventually('it stands without an answer', () => boards().length === 1);
    await moves(OTHER);
    expect(boards()).toEqual([]);
    expect(boards(OTHER)).toHaveLength(1);
  });

  it.each<[string, Fault]>([
    ['there were too many', { kind: 'rate_limited', retryAfter: 1 }],
    ['Slack is down', { kind: 'http', status: 503 }],
    ['the answer is lost', { kind: 'lost' }],
  ])('is pinned in the end when it could not be at first, since %s', async (_, fault) => {
    office.workspace.faults.next('pins.add', fault, { times: 2 });
    await claire.deletes(ACME, boards()[0]?.ts ?? '');
    await assigns(database.db, {}, SATURDAY);
    await eventually('there is a board again', () => boards().length === 1);
    await allIsSaid(database.db);
    expect(boards()[0]?.pinned).toBe(true);
  });

  it('stays unpinned if pinning is not allowed', async () => {
    office.workspace.faults.next('pins.add', { kind: 'error', error: 'missing_scope' });
    await claire.deletes(ACME, boards()[0]?.ts ?? '');
    await assigns(database.db, {}, SATURDAY);
    await eventually('there is a board again', () => boards().length === 1);
    await allIsSaid(database.db);
    expect(boards()[0]?.pinned).toBe(false);
  });

  it('is posted once when Slack’s answer is lost, and stays correct', async () => {
    await claire.deletes(ACME, boards()[0]?.ts ?? '');
    office.workspace.faults.next('chat.postMessage', { kind: 'lost' });
    await assigns(database.db, {}, SATURDAY);
    await eventually('it is posted', () => boards().length === 1);
    await assigns(database.db, {}, SATURDAY);
    await eventually('it is true', () => shows().includes('1 place à attribuer'));
    await allIsSaid(database.db);
    expect(boards()).toHaveLength(1);
  });

  it('is correct on the first of the month, and on the day after seats expire', async () => {
    await assigns(database.db, {}, SATURDAY);
    await eventually('the board follows', () => shows().includes('1 place attribuée ce mois-ci'));
    await allIsSaid(database.db);
    office.workspace.clock.moveTo(at('2026-02-28T23:01:00Z'));
    await eventually('a month has begun', () => shows().includes('0 place attribuée ce mois-ci'));
    office.workspace.clock.moveTo(at('2026-03-31T22:01:00Z'));
    await eventually('the seats have expired', () => shows().includes('n’a plus de place à attribuer'));
  });
});
