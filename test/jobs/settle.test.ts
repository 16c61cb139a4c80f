import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIRateLimitedError } from '@slack/web-api';
import { pino } from 'pino';
import { Sender } from '../../src/jobs/sender';
import type { Database } from '../../src/storage/database';
import { enqueue } from '../../src/storage/outbox';
import { eachDatabase, type TestDatabase } from '../support/databases';
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
    enqueue(db, { kind: 'board.refresh', subject: '1', channel: CHANNEL }, NOON.toISO());

  it('is written down although the same is asked for again at that very moment: the channel waits as long as told', async () => {
    const { db } = database;
    await asksForBoard(db);
    let asked: Promise<unknown> = Promise.resolve();
    const deliver = async () => {
      const again = await db.transaction();
      await asksForBoard(again);
      asked = sleep(300).then(() => again.commit());
      throw new WebAPIRateLimitedError(91);
    };
    const log = pino({ level: 'silent' });
    const sender = new Sender({ db, log, now: () => NOON, deliver, onDead: async () => undefined });
    await sender.round();
    await sender.drain();
    await asked;
    expect(await db('outbox').select('state', 'attempts')).toEqual([{ state: 'pending', attempts: 0 }]);
    const lane = await db('lanes').where({ lane: CHANNEL }).first();
    expect(lane).toMatchObject({ free_at: NOON.plus({ seconds: 91 }).toISO() });
  });
});
