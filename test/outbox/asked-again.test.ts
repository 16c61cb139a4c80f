import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Database } from '../../src/database/database';
import { enqueue, enqueueMany } from '../../src/outbox/outbox';
import { Sender } from '../../src/outbox/sender';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { at } from '../support/time';

const NOON = at('2026-03-02T12:00:00Z');

describe.each(eachDatabase)('somebody asks for messages that a sender is about to take, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  const asksForBoard = (db: Database, subject: string) =>
    enqueue(db, { kind: 'board.refresh', subject, channel: `C0ACME0000${subject}` }, NOON.toISO());

  it('and both get what they want, whoever took hold of which first', async () => {
    const { db } = database;
    const sent: string[] = [];
    const sender = new Sender({
      db,
      log: pino({ level: 'silent' }),
      now: () => NOON,
      deliver: async ({ subject }) => {
        sent.push(subject);
        return { kind: 'nothing' };
      },
      onDead: async () => undefined,
    });
    await asksForBoard(db, '1');
    await asksForBoard(db, '2');
    const again = await db.transaction();
    await asksForBoard(again, '2');
    const round = sender.round();
    await sleep(200);
    await asksForBoard(again, '1');
    await again.commit();
    await round;
    await sender.drain();
    await sender.round();
    await sender.drain();
    expect([...new Set(sent)].sort()).toEqual(['1', '2']);
  });

  it('and gets them as soon as whoever is in the greatest hurry, whoever asked first', async () => {
    const { db } = database;
    const board = (subject: string) => ({ kind: 'board.refresh' as const, subject });
    await enqueueMany(db, [board('1'), board('2')], NOON.toISO());
    await enqueue(db, board('1'), NOON.toISO());
    await enqueueMany(db, [board('1')], NOON.toISO());
    const rows = await db('outbox').orderBy('subject').select('subject', 'priority');
    expect(rows).toEqual([
      { subject: '1', priority: 0 },
      { subject: '2', priority: 2 },
    ]);
  });
});
