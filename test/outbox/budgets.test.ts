import { pino } from 'pino';
import type { SlackMethod } from '../../src/core/slack-limits';
import type { Now } from '../../src/core/time';
import type { Database } from '../../src/database/database';
import { openDatabase } from '../../src/database/open-database';
import { homeRefresh } from '../../src/features/home/home.messages';
import { orderRefresh } from '../../src/features/orders/order.messages';
import { orderChanged } from '../../src/features/orders/order-changed.messages';
import { boardMessageRefresh } from '../../src/features/reminders/board.messages';
import { reminder } from '../../src/features/reminders/reminder.messages';
import { messagesByKind, type OutboxMessage, type Outcome } from '../../src/outbox/message';
import { enqueue } from '../../src/outbox/outbox';
import { Sender } from '../../src/outbox/sender';
import { MethodLimits } from '../../src/playground/call-limits';
import { RefusedMethod } from '../../src/slack/failures';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { NO_CONTEXT } from '../support/no-context';
import { at } from '../support/time';

const NOON = at('2026-03-02T12:00:00Z');
const STEP_MS = 200;

describe.each(eachDatabase)('the calls of a sender, on $name', ({ open }) => {
  let database: TestDatabase;
  let now: Now;
  /** Slack, by the same clock: any minute, wherever it begins, may have so many calls of a method. */
  let slack: MethodLimits;
  let calls: { method: SlackMethod; subject: string; at: Now }[];
  let refused: number;
  /** Slack refuses these for so many seconds, once. */
  let refuses: Map<SlackMethod, number>;
  let others: Database[];

  beforeEach(async () => {
    database = await open();
    now = NOON;
    slack = new MethodLimits();
    calls = [];
    refused = 0;
    refuses = new Map();
    others = [];
  });

  afterEach(async () => {
    for (const other of others) await other.destroy();
    await database?.close();
  });

  it('delay nobody’s reminder when thirty seats a minute are assigned over different orders', async () => {
    const sender = aSender();
    let late = 0;
    for (let tick = 0; tick < (3 * 60_000) / STEP_MS; tick += 1) {
      now = NOON.plus({ milliseconds: tick * STEP_MS });
      if (tick % (2_000 / STEP_MS) === 0) await followsAssignment(tick);
      if (tick % (10_000 / STEP_MS) === 0) await asks(reminder, `day ${tick}`);
      await runs(sender);
      const reminded = made('chat.postMessage');
      const asked = Math.floor(tick / (10_000 / STEP_MS)) + 1;
      if (reminded < asked && tick % (10_000 / STEP_MS) > 1_000 / STEP_MS) late += 1;
    }
    expect({ late, refused }).toEqual({ late: 0, refused: 0 });
    // Sixty a minute are asked for, so some wait: nearly as many are made as Slack allows.
    expect(made('chat.update')).toBeGreaterThanOrEqual(3 * 45);
  });

  it('go on with other methods while Slack refuses one, in the same channel too', async () => {
    const sender = aSender();
    refuses.set('chat.update', 30);
    await asks(orderRefresh, 'refused', 'C0ACME00001');
    await runs(sender);
    await asks(orderRefresh, 'held', 'C0GLOBEX001');
    await asks(reminder, 'reminder', 'C0ACME00001');
    await asks(homeRefresh, 'home');
    await passes(sender, 2);
    expect(subjects()).toEqual(['home', 'reminder']);
    expect(refused).toBe(1);
    await passes(sender, 27);
    expect(subjects()).toEqual(['home', 'reminder']);
    await passes(sender, 5);
    expect(subjects()).toEqual(['held', 'home', 'refused', 'reminder']);
    expect(refused).toBe(1);
  });

  it('stop in one channel only when Slack refuses a message there, and everywhere when it refuses a second one', async () => {
    const sender = aSender();
    refuses.set('chat.postMessage', 30);
    await asks(reminder, 'first', 'C0ACME00001');
    await runs(sender);
    await asks(reminder, 'second', 'C0GLOBEX001');
    await passes(sender, 1);
    expect(subjects()).toEqual(['second']);
    refuses.set('chat.postMessage', 30);
    await asks(reminder, 'third', 'C0UMBRELLA1');
    await passes(sender, 1);
    await asks(reminder, 'fourth', 'C0INITECH01');
    await passes(sender, 20);
    expect(subjects()).toEqual(['second']);
    await passes(sender, 12);
    expect(subjects()).toEqual(['first', 'fourth', 'second', 'third']);
  });

  it('share one budget between two processes', async () => {
    const senders = [aSender(), aSender(elsewhere())];
    for (let number = 1; number <= 120; number += 1) await asks(orderRefresh, `order ${number}`);
    for (let tick = 0; tick <= (2 * 60_000) / STEP_MS; tick += 1) {
      now = NOON.plus({ milliseconds: tick * STEP_MS });
      await Promise.all(senders.map(runs));
    }
    expect(refused).toBe(0);
    expect(made('chat.update')).toBeGreaterThanOrEqual(90);
    expect(made('chat.update')).toBeLessThanOrEqual(95);
  });

  it('become half as many after a refusal, also after a restart, and recover as Slack accepts them', async () => {
    refuses.set('chat.update', 10);
    for (let number = 1; number <= 200; number += 1) await asks(orderRefresh, `order ${number}`);
    const first = aSender();
    await runs(first);
    expect(refused).toBeGreaterThanOrEqual(1);
    now = now.plus({ seconds: 10 });
    calls = [];
    const restarted = aSender();
    await passes(restarted, 8);
    // One each 2.7 s at first, instead of five at once.
    expect(made('chat.update')).toBe(4);
    await passes(restarted, 60);
    calls = [];
    await passes(restarted, 60);
    expect(made('chat.update')).toBe(45);
    expect(refused).toBe(1);
  });

  it('are not held up by a clock that was ahead and is put right', async () => {
    now = NOON.plus({ hours: 2 });
    const sender = aSender();
    for (let number = 1; number <= 5; number += 1) await asks(orderRefresh, `order ${number}`);
    await runs(sender);
    refuses.set('views.publish', 60);
    await asks(homeRefresh, 'home');
    await asks(orderRefresh, 'order 6');
    await runs(sender);
    expect(made('chat.update')).toBe(5);
    now = NOON;
    await passes(aSender(), 2);
    expect(subjects()).toContain('order 6');
    now = NOON.plus({ seconds: 61 });
    await runs(sender);
    expect(subjects()).toContain('home');
  });

  it('look for messages in doubt as slowly as Slack demands, and hold up no new message', async () => {
    const sender = aSender();
    for (let number = 1; number <= 30; number += 1) await asks(reminder, `in doubt ${number}`);
    await database.db('outbox').update({ state: 'unknown', attempts: 1, method: 'conversations.history' });
    await asks(reminder, 'new');
    await runs(sender);
    expect(subjects()).toContain('new');
    await passes(sender, 20);
    expect({ refused, found: made('conversations.history') }).toEqual({ refused: 0, found: 19 });
  });

  it('leave room for other methods when Slack is slow with one', async () => {
    const slow = { ...reminder, deliver: () => new Promise<Outcome>((resolve) => ends.push(resolve)) };
    const ends: ((outcome: Outcome) => void)[] = [];
    const sender = aSender(database.db, [slow]);
    for (let number = 1; number <= 30; number += 1) await asks(reminder, `slow ${number}`);
    await asks(orderRefresh, 'order');
    await sender.round();
    await sender.round();
    for (let turns = 0; turns < 200 && made('chat.update') === 0; turns += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(subjects()).toEqual(['order']);
    for (const end of ends) end({ kind: 'nothing' });
    await sender.drain();
  });

  it('do not wait until a long queue of work of our own is done', async () => {
    const work = { ...orderChanged, deliver: async (): Promise<Outcome> => ({ kind: 'nothing' }) };
    const sender = aSender(database.db, [work]);
    for (let number = 1; number <= 40; number += 1) await asks(work, `order ${number}`);
    await asks(reminder, 'reminder');
    await runs(sender);
    expect(subjects()).toEqual(['reminder']);
  });

  const subjects = () => calls.map(({ subject }) => subject).sort();
  const made = (method: SlackMethod) => calls.filter((call) => call.method === method).length;

  /** What one assignment changes, each in a channel of its own. */
  async function followsAssignment(number: number): Promise<void> {
    await asks(orderRefresh, `order ${number}`);
    await asks(boardMessageRefresh, `${number}`);
  }

  function asks(message: OutboxMessage, subject: string, channel = `C-${message.kind}-${subject}`): Promise<void> {
    return enqueue(database.db, { message, subject, channel }, now.toISO());
  }

  function elsewhere(): Database {
    const other = openDatabase(database.url);
    others.push(other);
    return other;
  }

  function aSender(db = database.db, replaced: OutboxMessage[] = []): Sender {
    const messages = [orderRefresh, boardMessageRefresh, reminder, homeRefresh].map(throughSlack);
    const log = pino({ level: 'silent' });
    const kinds = messagesByKind([...messages, ...replaced]);
    return new Sender({ db, log, now: () => now, messages: kinds, context: NO_CONTEXT });
  }

  /** The kind as it is declared, with a Slack that counts. */
  function throughSlack(message: OutboxMessage): OutboxMessage {
    const { method = 'chat.postMessage' } = message;
    return {
      ...message,
      deliver: async ({ subject, maybeDone, mayPost }) => {
        if (maybeDone) call('conversations.history', subject);
        mayPost();
        call(method, subject);
        return { kind: 'sent', channel: subject, ts: '1' };
      },
    };
  }

  function call(method: SlackMethod, subject: string): void {
    const wait = refuses.get(method) ?? slack.take(method, now.toMillis());
    refuses.delete(method);
    if (wait !== undefined) {
      refused += 1;
      throw new RefusedMethod(method, wait);
    }
    calls.push({ method, subject, at: now });
  }

  async function runs(sender: Sender): Promise<void> {
    await sender.round();
    await sender.drain();
  }

  /** Rounds until so many seconds have passed. */
  async function passes(sender: Sender, seconds: number): Promise<void> {
    const end = now.plus({ seconds });
    for (; now < end; now = now.plus({ milliseconds: STEP_MS })) await runs(sender);
  }
});
