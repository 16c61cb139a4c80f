import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIHTTPError, WebAPIRateLimitedError } from '@slack/web-api';
import { pino } from 'pino';
import type { Database } from '../../src/database/database';
import { openDatabase } from '../../src/database/open-database';
import { boardMessageRefresh } from '../../src/features/reminders/board.messages';
import { messagesByKind } from '../../src/outbox/message';
import { enqueue } from '../../src/outbox/outbox';
import type { ClaimedMessage } from '../../src/outbox/outbox-entry';
import { Sender } from '../../src/outbox/sender';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { NO_CONTEXT } from '../support/no-context';
import { at } from '../support/time';

const NOON = at('2026-03-02T12:00:00Z');
const CHANNEL = 'C0ACME00001';

describe.each(eachDatabase)('what Slack answered, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  const asksForBoard = (db: Database) =>
    enqueue(db, { message: boardMessageRefresh, subject: '1', channel: CHANNEL }, NOON.toISO());

  it('is written down although the same is asked for again at that very moment: the channel waits as long as told', async () => {
    const { db } = database;
    await asksForBoard(db);
    let asked: Promise<unknown> = Promise.resolve();
    const deliver = async (): Promise<never> => {
      const again = await db.transaction();
      await asksForBoard(again);
      asked = sleep(300).then(() => again.commit());
      throw new WebAPIRateLimitedError(91);
    };
    await sendsOnce(db, deliver);
    await asked;
    expect(await db('outbox').select('state', 'attempts')).toEqual([{ state: 'pending', attempts: 0 }]);
    const lane = await db('lanes').where({ lane: CHANNEL }).first();
    expect(lane).toMatchObject({ free_at: NOON.plus({ seconds: 91 }).toISO() });
  });

  it('frees a channel only a second after what may have been posted there', async () => {
    const { db } = database;
    await asksForBoard(db);
    const deliver = async ({ mayPost }: ClaimedMessage): Promise<never> => {
      mayPost();
      throw new WebAPIHTTPError(503, 'Service Unavailable', {});
    };
    await sendsOnce(db, deliver);
    expect(await db('outbox').select('state')).toEqual([{ state: 'unknown' }]);
    expect(await db('lanes').where({ lane: CHANNEL }).first()).toMatchObject({
      free_at: NOON.plus({ milliseconds: 1_020 }).toISO(),
    });
  });

  it('is written down as soon as another program lets go of the database', async () => {
    const { db, url } = database;
    await asksForBoard(db);
    const other = openDatabase(url);
    let done: Promise<unknown> = Promise.resolve();
    const deliver = async (): Promise<never> => {
      const lock = await other.transaction();
      await lock('lanes').update({ free_at: lock.ref('free_at') });
      done = sleep(2_000).then(() => lock.commit());
      throw new WebAPIRateLimitedError(91);
    };
    await sendsOnce(db, deliver);
    await done;
    await other.destroy();
    expect(await db('outbox').select('state')).toEqual([{ state: 'pending' }]);
    expect(await db('lanes').where({ lane: CHANNEL }).first()).toMatchObject({
      free_at: NOON.plus({ seconds: 91 }).toISO(),
    });
  });

  async function sendsOnce(db: Database, deliver: (turn: ClaimedMessage) => Promise<never>): Promise<void> {
    const log = pino({ level: 'silent' });
    const messages = messagesByKind([{ ...boardMessageRefresh, deliver }]);
    const sender = new Sender({ db, log, now: () => NOON, messages, context: NO_CONTEXT });
    await sender.round();
    await sender.drain();
  }
});
