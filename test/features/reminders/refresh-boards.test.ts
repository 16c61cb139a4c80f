import { boardSubject } from '../../../src/features/reminders/boards.sql';
import { refreshBoards } from '../../../src/features/reminders/refresh-boards';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { at } from '../../support/time';

const SHOWN = { channel: 'C0ACME00001', ts: '1.1', shown: 'something', shown_on: '2026-03-09' };
const PARIS = 'Europe/Paris';

describe.each(eachDatabase)('the daily board refresh, on $name', ({ open }) => {
  let database: TestDatabase;
  let ids: number[];

  /** Twenty customers, each with a board last refreshed on 9 March. */
  beforeEach(async () => {
    database = await open();
    const codes = Array.from({ length: 20 }, (_, index) => `C${1_000_000 + index}`);
    const customers = codes.map((code) => ({ code, name: code, channel: code, timezone: PARIS }));
    await fill(database.db, JSON.stringify({ customers }));
    const rows = await database.db('customers').orderBy('id');
    ids = rows.map(({ id }) => id);
    await database.db('standing_messages').insert(ids.map((id) => ({ ...SHOWN, subject: boardSubject(id) })));
  });

  afterEach(() => database?.close());

  const looks = (time: string) => refreshBoards(database.db, at(`2026-03-10T${time}:00+01:00`));
  const queued = async () => {
    const rows = await database.db('outbox').where({ kind: 'board.refresh' });
    return rows.map(({ subject }) => Number(subject)).sort((one, other) => one - other);
  };

  it('spreads the boards over the first hours of the day, and queues all of them before eight', async () => {
    for (let hour = 0; hour < 8; hour += 1) {
      await looks(`0${hour}:59`);
      expect(await queued()).toEqual(ids.filter((id) => id % 8 <= hour));
    }
    expect(await queued()).toEqual(ids);
    expect(await looks('08:00')).toBe(0);
    expect(await looks('23:59')).toBe(0);
  });

  it('skips boards already refreshed that day', async () => {
    await database.db('standing_messages').update({ shown_on: '2026-03-10' });
    expect(await looks('12:00')).toBe(0);
  });

  it('uses each customer’s time zone', async () => {
    const [inAuckland, inNewYork] = [ids[5] ?? 0, ids[6] ?? 0];
    await database.db('customers').where({ id: inAuckland }).update({ timezone: 'Pacific/Auckland' });
    await database.db('customers').where({ id: inNewYork }).update({ timezone: 'America/New_York' });
    // 13:30 in Auckland, and still the evening before in New York.
    expect(await looks('01:30')).toBeGreaterThan(0);
    const inParis = ids.filter((id) => id !== inNewYork && id % 8 <= 1);
    expect(await queued()).toEqual([...new Set([...inParis, inAuckland])].sort((one, other) => one - other));
  });

  it('takes no board for refreshed that a clock of next month refreshed', async () => {
    await database.db('standing_messages').update({ shown_on: '2026-04-10' });
    expect(await looks('00:00')).toBe(ids.length);
    expect(await looks('23:59')).toBe(0);
  });

  it('ignores the board’s hour when a month has begun', async () => {
    await database.db('standing_messages').update({ shown_on: '2026-02-28' });
    expect(await looks('00:00')).toBe(ids.length);
  });
});
