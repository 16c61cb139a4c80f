import { pino } from 'pino';
import type { Database } from '../../src/database/database';
import { boardMessageRefresh } from '../../src/features/reminders/board.messages';
import { messagesByKind, type Outcome } from '../../src/outbox/message';
import { enqueue } from '../../src/outbox/outbox';
import type { ClaimedMessage } from '../../src/outbox/outbox-entry';
import { Sender } from '../../src/outbox/sender';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { NO_CONTEXT } from '../support/no-context';
import { at, eventually } from '../support/time';

const NOON = at('2026-03-02T12:00:00Z');
const CHANNEL = 'C0ACME00001';

type Deliver = (claimed: ClaimedMessage) => Promise<Outcome>;

describe.each(eachDatabase)('the place of a sender at work, on $name', ({ open }) => {
  let database: TestDatabase;
  let db: Database;
  let now = NOON;
  /** Ends every delivery that a test left at work. */
  let finish: () => void;
  let isOver: Promise<void>;

  beforeEach(async () => {
    database = await open();
    db = database.db;
    now = NOON;
    isOver = new Promise((resolve) => {
      finish = resolve;
    });
    await enqueue(db, { message: boardMessageRefresh, subject: '1', channel: CHANNEL }, NOON.toISO());
  });

  afterEach(async () => {
    finish();
    await Promise.all(senders.splice(0).map((sender) => sender.drain()));
    await database?.close();
  });

  const senders: Sender[] = [];

  function senderThat(deliver: Deliver): Sender {
    const sender = new Sender({
      db,
      log: pino({ level: 'silent' }),
      now: () => now,
      messages: messagesByKind([{ ...boardMessageRefresh, deliver }]),
      context: NO_CONTEXT,
      maxAttemptMs: 180_000,
      lastPostMs: 60_000,
    });
    senders.push(sender);
    return sender;
  }

  const freeAt = async () => (await db('lanes').where({ lane: CHANNEL }).first())?.free_at ?? '';

  it('is free fifteen seconds after its process dies', async () => {
    const dead = senderThat(async () => {
      await isOver;
      return { kind: 'nothing' };
    });
    await dead.round();
    expect((await freeAt()) <= NOON.plus({ seconds: 15 }).toISO()).toBe(true);
    now = NOON.plus({ seconds: 15 });
    let sent = 0;
    const next = senderThat(async ({ maybeDone }) => {
      expect(maybeDone).toBe(true);
      sent += 1;
      return { kind: 'nothing' };
    });
    await next.round();
    await next.drain();
    expect(sent).toBe(1);
    finish();
    await dead.drain();
  });

  it('stays its own for as long as it works, and nobody else sends the message', async () => {
    let claimed: ClaimedMessage | undefined;
    const first = senderThat(async (given) => {
      claimed = given;
      await isOver;
      return { kind: 'nothing' };
    });
    await first.round();
    await eventually('the delivery has begun', () => claimed !== undefined);
    const other = senderThat(async () => {
      throw new Error('The message was sent twice.');
    });
    for (let seconds = 3; seconds <= 60; seconds += 3) {
      now = NOON.plus({ seconds });
      expect(claimed?.mayPost()).toBe(true);
      await eventually('the place is kept', async () => (await freeAt()) >= now.plus({ seconds: 10 }).toISO());
      await other.round();
    }
    finish();
    await first.drain();
    expect(await db('outbox').select('state', 'attempts')).toEqual([{ state: 'sent', attempts: 1 }]);
    expect((await freeAt()) <= now.plus({ seconds: 2 }).toISO()).toBe(true);
  });

  it('is given up by a process that wakes up after somebody else took it', async () => {
    let claimed: ClaimedMessage | undefined;
    const asleep = senderThat(async (given) => {
      claimed = given;
      await isOver;
      return { kind: 'nothing' };
    });
    await asleep.round();
    await eventually('the delivery has begun', () => claimed !== undefined);
    const taken = NOON.plus({ minutes: 3 }).toISO();
    await db('lanes').where({ lane: CHANNEL }).update({ free_at: taken });
    expect(claimed?.mayPost()).toBe(true);
    const { now: awake } = Date;
    Date.now = () => awake() + 20_000;
    const mayPost = claimed?.mayPost();
    Date.now = awake;
    expect(mayPost).toBe(false);
    await eventually('the loss is noticed', () => claimed?.mayPost() === false);
    finish();
    await asleep.drain();
    expect(await freeAt()).toBe(taken);
  });

  it('is left alone when the clock jumps ahead during a post, until a lease has passed since', async () => {
    let isUnderWay = false;
    const first = senderThat(async ({ mayPost }) => {
      isUnderWay = mayPost();
      await isOver;
      return { kind: 'nothing' };
    });
    let takenOver = 0;
    const other = senderThat(async () => {
      takenOver += 1;
      return { kind: 'nothing' };
    });
    await first.round();
    await eventually('the post is under way', () => isUnderWay);
    await other.round();
    now = NOON.plus({ minutes: 1 });
    await other.round();
    await other.drain();
    expect(takenOver).toBe(0);
    // As if its process had died at that moment.
    await db('lanes').update({ free_at: NOON.toISO() });
    const { now: elapsed } = performance;
    performance.now = () => elapsed.call(performance) + 14_001;
    now = now.plus({ milliseconds: 14_001 });
    await other.round();
    performance.now = elapsed;
    await other.drain();
    expect(takenOver).toBe(1);
  });

  it('is not kept for ever by a delivery that never ends', async () => {
    let claimed: ClaimedMessage | undefined;
    const stuck = senderThat(async (given) => {
      claimed = given;
      await isOver;
      return { kind: 'nothing' };
    });
    await stuck.round();
    await eventually('the delivery has begun', () => claimed !== undefined);
    for (let seconds = 10; seconds <= 200; seconds += 10) {
      now = NOON.plus({ seconds });
      claimed?.mayPost();
      if (seconds < 160)
        await eventually('the place is kept', async () => (await freeAt()) > now.plus({ seconds: 9 }).toISO());
    }
    expect((await freeAt()) <= NOON.plus({ seconds: 180 }).toISO()).toBe(true);
    finish();
    await stuck.drain();
  });
});
