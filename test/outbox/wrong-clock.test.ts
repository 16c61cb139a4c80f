import { WebAPIHTTPError, WebAPIRateLimitedError } from '@slack/web-api';
import { pino } from 'pino';
import type { Now } from '../../src/core/time';
import { LEASE_MS } from '../../src/outbox/lease';
import { defineMessage, messagesByKind } from '../../src/outbox/message';
import { enqueue } from '../../src/outbox/outbox';
import { Sender } from '../../src/outbox/sender';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { NO_CONTEXT } from '../support/no-context';
import { at, eventually } from '../support/time';

const NOON = at('2026-03-02T12:00:00Z');
/** The clock of the machine was two hours ahead until somebody put it right. */
const WRONG = NOON.plus({ hours: 2 });
const YEAR_SECONDS = 31_536_000;

describe.each(eachDatabase)('a clock that was wrong and is put right, on $name', ({ open }) => {
  let database: TestDatabase;
  let now: Now;
  let sent: string[];
  let failure: Error | undefined;
  let answer: Promise<void>;
  let sender: Sender;

  /** Records its subject, unless Slack fails. */
  const notice = defineMessage({
    kind: 'order.announce',
    deliver: async ({ subject, mayPost }) => {
      mayPost();
      if (failure) throw failure;
      sent.push(subject);
      await answer;
      return { kind: 'sent', channel: subject, ts: '1', isPosted: true };
    },
  });

  beforeEach(async () => {
    database = await open();
    now = WRONG;
    sent = [];
    failure = undefined;
    answer = Promise.resolve();
    sender = aSender();
  });

  afterEach(() => database?.close());

  it('holds up nothing that waits for another attempt', async () => {
    failure = new WebAPIRateLimitedError(30);
    await asks('C0REFUSED01');
    await runs();
    failure = new WebAPIHTTPError(503, 'Service Unavailable', {});
    await asks('C0UNKNOWN01');
    await runs();
    failure = undefined;
    now = NOON;
    await runs();
    expect(sent.sort()).toEqual(['C0REFUSED01', 'C0UNKNOWN01']);
  });

  it('holds up no channel that has just been written to, and not the workspace', async () => {
    await asks('C0BUSY00001');
    await runs();
    await asks('C0BUSY00001');
    now = NOON;
    await runs();
    expect(sent).toEqual(['C0BUSY00001', 'C0BUSY00001']);
  });

  it.each([95, 350])('holds up nothing for long after it was %i seconds ahead', async (seconds) => {
    now = NOON.plus({ seconds });
    await asks('C0BUSY00001');
    await runs();
    await asks('C0BUSY00001');
    await asks('C0OTHER0001');
    now = NOON;
    await runs();
    expect(sent).toEqual(['C0BUSY00001', 'C0BUSY00001', 'C0OTHER0001']);
  });

  it('is not mistaken for what Slack asks for: a channel is left alone for five minutes', async () => {
    now = NOON;
    failure = new WebAPIRateLimitedError(300);
    await asks('C0REFUSED01');
    await runs();
    failure = undefined;
    await asks('C0REFUSED01');
    sender = aSender();
    now = NOON.plus({ seconds: 10 });
    await runs();
    expect(sent).toEqual([]);
  });

  it('holds up nothing after a restart', async () => {
    failure = new WebAPIRateLimitedError(30);
    await asks('C0REFUSED01');
    await runs();
    failure = undefined;
    now = NOON;
    sender = aSender();
    await runs();
    expect(sent).toEqual(['C0REFUSED01']);
  });

  it('lets nobody send what may be on its way, and frees it after one lease', async () => {
    let arrives: () => void = () => undefined;
    answer = new Promise((resolve) => {
      arrives = resolve;
    });
    await asks('C0SLOW00001');
    await sender.round();
    await eventually('it is on its way', () => sent.length === 1);
    now = NOON;
    const other = aSender();
    await other.round();
    await sender.round();
    await other.drain();
    expect(sent).toEqual(['C0SLOW00001']);
    now = NOON.plus({ seconds: 31 });
    arrives();
    await sender.drain();
    expect(await database.db('outbox').select('state')).toEqual([{ state: 'sent' }]);
    await asks('C0SLOW00001');
    await runs();
    expect(sent).toHaveLength(2);
  });

  it('lets another sender take over what a killed one was sending', async () => {
    await asks('C0KILLED001');
    await database.db('outbox').update({ state: 'sending', attempts: 1, first_tried_at: WRONG.toISO() });
    await database.db('lanes').insert({ lane: 'C0KILLED001', free_at: WRONG.plus({ seconds: 30 }).toISO() });
    now = NOON;
    await runs();
    now = NOON.plus({ seconds: 31 });
    await runs();
    expect(sent).toEqual(['C0KILLED001']);
  });

  it('gives up what it tried in vain a day after the clock was put right, not a day after the wrong time', async () => {
    now = NOON.plus({ years: 5 });
    failure = new WebAPIHTTPError(503, 'Service Unavailable', {});
    await asks('C0VAIN00001');
    await runs();
    now = NOON;
    await runs();
    await isTriedFor(24);
    expect(await states()).toEqual(['unknown']);
    await isTriedFor(0.25);
    expect(await states()).toEqual(['dead']);
  });

  it.each([
    ['began years behind', { years: -6 }],
    ['was a day ahead', { hours: 25 }],
  ])('gives up nothing that it has tried for minutes only when it %s', async (_what, wrong) => {
    const [first, second] = 'years' in wrong ? [NOON.plus(wrong), NOON] : [NOON, NOON.plus(wrong)];
    now = first;
    await asks('C0PATIENT01');
    await isTriedFor(0.4);
    now = second;
    await runs();
    expect(await states()).toEqual(['pending']);
    now = NOON.plus({ minutes: 30 });
    failure = undefined;
    await runs();
    expect(sent).toEqual(['C0PATIENT01']);
  });

  it('is not mistaken for a long wait: Slack is asked again after five minutes at the most', async () => {
    now = NOON;
    failure = new WebAPIRateLimitedError(YEAR_SECONDS);
    await asks('C0REFUSED01');
    await runs();
    failure = undefined;
    now = NOON.plus({ seconds: 299 });
    await runs();
    expect(sent).toEqual([]);
    now = NOON.plus({ seconds: 300 });
    await runs();
    expect(sent).toEqual(['C0REFUSED01']);
  });

  /** The clock runs for so many hours, and Slack refuses each attempt. */
  async function isTriedFor(hours: number): Promise<void> {
    const end = now.plus({ hours });
    failure = new WebAPIRateLimitedError(hours < 1 ? 60 : 300);
    for (; now < end; now = now.plus({ minutes: hours < 1 ? 1 : 5 })) await runs();
  }

  const states = () => database.db('outbox').orderBy('id').pluck('state');

  let asked = 0;
  const asks = (channel: string) => {
    asked += 1;
    const entry = { message: notice, subject: channel, channel, dedupeKey: `notice ${asked}` };
    return enqueue(database.db, entry, now.toISO());
  };

  function aSender(): Sender {
    const log = pino({ level: 'silent' });
    const messages = messagesByKind([notice]);
    // A lease lasts by the clock that these tests move.
    const settings = { db: database.db, log, now: () => now, leaseMs: LEASE_MS };
    return new Sender({ ...settings, messages, context: NO_CONTEXT });
  }

  async function runs(): Promise<void> {
    await sender.round();
    await sender.drain();
  }
});
