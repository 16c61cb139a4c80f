import { once } from 'node:events';
import { pino } from 'pino';
import type { Database } from '../../src/database/database';
import { type Listening, listenToOthers } from '../../src/database/notifications-of-others';
import { notificationsOf } from '../../src/database/notify';
import { convergeCourse } from '../../src/features/enrolments/course.messages';
import { boardMessageRefresh } from '../../src/features/reminders/board.messages';
import { holidayCalendar } from '../../src/features/reminders/holidays';
import { refreshBoards } from '../../src/features/reminders/refresh-boards';
import { remind } from '../../src/features/reminders/remind';
import { startLoop } from '../../src/loop';
import { messagesByKind } from '../../src/outbox/message';
import { enqueue, wakeUpTopic } from '../../src/outbox/outbox';
import { Sender } from '../../src/outbox/sender';
import { openProductDatabase } from '../../src/product-database';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { NO_CONTEXT } from '../support/no-context';
import { fill } from '../support/office';
import { sells } from '../support/people';
import { openSeverable } from '../support/severed-postgres';
import { at } from '../support/time';

const NOON = at('2026-03-02T12:00:00Z');
const log = pino({ level: 'silent' });

describe.each(eachDatabase)('a sender, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  it.each(['slack', 'moodle'] as const)('wakes once for a commit for %s, and only then', async (destination) => {
    const { db } = database;
    let wakes = 0;
    const end = makeSender(db, destination).onWake(() => {
      wakes += 1;
    });
    await db.transaction(async (tx) => {
      await asks(tx, 'slack');
      await asks(tx, 'slack');
      await asks(tx, 'moodle');
      expect(wakes).toBe(0);
    });
    await committed();
    expect(wakes).toBe(1);
    end();
    await asks(db, destination);
    expect(wakes).toBe(1);
  });

  it('wakes for reminders, and for boards of a new day', async () => {
    const { db } = database;
    const morning = NOON.minus({ hours: 3 });
    await fill(db);
    await sells(db, {}, morning.minus({ days: 3 }));
    let wakes = 0;
    makeSender(db, 'slack').onWake(() => {
      wakes += 1;
    });
    expect(await remind(db, { at: morning, now: morning, calendar: holidayCalendar })).toMatchObject({ queued: 1 });
    await committed();
    expect(wakes).toBe(1);
    await db('outbox').delete();
    expect(await refreshBoards(db, NOON.plus({ days: 1 }))).toBeGreaterThan(0);
    await committed();
    expect(wakes).toBe(2);
  });

  it('does not wake for a rollback, or for another destination', async () => {
    const { db } = database;
    let wakes = 0;
    makeSender(db, 'slack').onWake(() => {
      wakes += 1;
    });
    const refused = db.transaction(async (tx) => {
      await asks(tx, 'slack');
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await asks(db, 'moodle');
    await committed();
    expect(wakes).toBe(0);
  });

  it('polls after a second, or when the next message is due or its concurrency key is free', async () => {
    const { db } = database;
    const sender = makeSender(db, 'slack');
    expect(await sender.round()).toBe(1_000);
    await asks(db, 'slack');
    await sender.round();
    await sender.drain();
    expect(await sender.round()).toBe(700);
    await asks(db, 'slack');
    await db('outbox')
      .where({ state: 'pending' })
      .update({ lane: 'elsewhere', due_at: NOON.plus({ milliseconds: 400 }).toISO() });
    expect(await sender.round()).toBe(400);
  });

  it('sends messages that are committed while its loop rests', async () => {
    const { db } = database;
    let sent: () => void = () => undefined;
    const sender = makeSender(db, 'slack', () => sent());
    const loop = startLoop('outbox', () => sender.round(), log);
    sender.onWake(loop.wake);
    for (let index = 0; index < 3; index += 1) {
      const isSent = new Promise<void>((resolve) => {
        sent = resolve;
      });
      await asks(db, 'slack', `C${index}`);
      await isSent;
    }
    await loop.stop();
    await sender.drain();
    expect(await db('outbox').whereNot({ state: 'sent' })).toEqual([]);
  });
});

describe('a sender on PostgreSQL', () => {
  let database: TestDatabase;
  const ends: (() => unknown)[] = [];

  beforeEach(async () => {
    const postgres = eachDatabase.find(({ name }) => name === 'PostgreSQL');
    if (postgres) database = await postgres.open();
  });

  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    await database?.close();
  });

  it('wakes for a commit of another process', async () => {
    const { others } = await listens(database.db);
    const elsewhere = opens(database.url);
    const isWoken = wakesNext(database.db);
    await elsewhere.transaction((tx) => asks(tx, 'slack'));
    await isWoken;
    await others.stop();
  });

  it('wakes when a lost connection is back, and for later commits', async () => {
    const way = await openSeverable(database.url);
    ends.push(way.close);
    const db = opens(way.url);
    await listens(db);
    way.cut();
    const isBack = wakesNext(db);
    way.mend();
    await isBack;
    const isWoken = wakesNext(db);
    await asks(database.db, 'slack');
    await isWoken;
  });

  /** Resolves when its connection listens, which wakes all listeners. */
  async function listens(db: Database): Promise<{ others: Listening }> {
    const isListening = wakesNext(db);
    const others = listenToOthers(db, log);
    ends.push(others.stop);
    await isListening;
    return { others };
  }

  function opens(url: string): Database {
    const db = openProductDatabase(url);
    ends.push(() => db.destroy());
    return db;
  }
});

function makeSender(db: Database, destination: 'slack' | 'moodle', onSent: () => void = () => undefined): Sender {
  const deliver = async () => {
    onSent();
    return { kind: 'sent' as const, channel: 'C1', ts: '1.1' };
  };
  const messages = messagesByKind([boardMessageRefresh, convergeCourse].map((message) => ({ ...message, deliver })));
  const settings = { db, log, destination, spacingMs: 700, messages, context: NO_CONTEXT };
  return new Sender({ ...settings, now: () => NOON });
}

function asks(db: Database, destination: 'slack' | 'moodle', channel = 'C0ACME00001'): Promise<void> {
  const message = destination === 'slack' ? boardMessageRefresh : convergeCourse;
  return enqueue(db, { message, subject: channel, channel }, NOON.toISO());
}

function wakesNext(db: Database): Promise<unknown> {
  return once(notificationsOf(db).emitter, wakeUpTopic('slack'));
}

/** Listeners run in the same turn of the event loop as the commit. */
function committed(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
