import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Database } from '../../src/database/database';
import { defineMessage, messagesByKind } from '../../src/outbox/message';
import { enqueue, enqueueMany } from '../../src/outbox/outbox';
import { Sender } from '../../src/outbox/sender';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { NO_CONTEXT } from '../support/no-context';
import { at } from '../support/time';

const NOON = at('2026-03-02T12:00:00Z');

/** Records its subject instead of sending anything. */
function board(sent: string[] = []) {
  return defineMessage({
    kind: 'board.refresh',
    deliver: async ({ subject }) => {
      sent.push(subject);
      return { kind: 'nothing' };
    },
  });
}

describe.each(eachDatabase)('messages queued again while a sender claims them, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  const asksForBoard = (db: Database, subject: string) =>
    enqueue(db, { message: board(), subject, channel: `C0ACME0000${subject}` }, NOON.toISO());

  it('are all sent, whichever transaction locks first', async () => {
    const { db } = database;
    const sent: string[] = [];
    const sender = new Sender({
      db,
      log: pino({ level: 'silent' }),
      now: () => NOON,
      messages: messagesByKind([board(sent)]),
      context: NO_CONTEXT,
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

  it('get the most urgent priority, whatever the order of requests', async () => {
    const { db } = database;
    const about = (subject: string) => ({ message: board(), subject });
    await enqueueMany(db, [about('1'), about('2')], NOON.toISO());
    await enqueue(db, about('1'), NOON.toISO());
    await enqueueMany(db, [about('1')], NOON.toISO());
    const rows = await db('outbox').orderBy('subject').select('subject', 'priority');
    expect(rows).toEqual([
      { subject: '1', priority: 0 },
      { subject: '2', priority: 2 },
    ]);
  });
});
