import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { toInstant } from '../../src/core/time';
import { Health, withHealth } from '../../src/health';
import { defineMessage } from '../../src/outbox/message';
import { enqueue } from '../../src/outbox/outbox';
import { reportStall } from '../../src/outbox/stall';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { at } from '../support/time';

const NOON = at('2026-03-02T12:00:00Z');
const notice = defineMessage({ kind: 'order.announce', deliver: async () => ({ kind: 'nothing' }) });
const minutesAgo = (minutes: number) => toInstant(NOON.minus({ minutes }));

describe.each(eachDatabase)('an outbox from which nothing is sent, on $name', ({ open }) => {
  let database: TestDatabase;
  let server: Server;
  let said: string[];

  beforeEach(async () => {
    database = await open();
    said = [];
    const log = pino({ level: 'silent' });
    const checks = {
      db: database.db,
      isSlackGood: async () => true,
      isOurs: async () => true,
      now: () => NOON,
      clock: () => NOON,
      log,
    };
    // A new report for each request.
    const health: RequestListener = (...asked) =>
      withHealth(new Health(checks), (_request, response) => response.end())(...asked);
    server = createServer(health).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
  });

  afterEach(async () => {
    server?.close();
    await database?.close();
  });

  it('is reported by /readyz and in the log when what is due has waited for minutes', async () => {
    await waits('first', 10);
    expect(await readiness()).toEqual([503, { ready: false, outbox: 'stalled' }]);
    expect(await log()).toEqual([
      { level: 50, destination: 'slack', state: 'stalled', waiting: 1, msg: 'Nothing was sent for five minutes' },
    ]);
  });

  it('is reported when a clock that was wrong holds everything up', async () => {
    await waits('first', 1);
    const ahead = toInstant(NOON.plus({ hours: 2 }));
    await database.db('outbox').update({ due_at: ahead, created_at: ahead });
    await waits('second', 10);
    await database.db('outbox').where({ subject: 'second' }).update({ state: 'sent', settled_at: ahead });
    expect(await readiness()).toEqual([503, { ready: false, outbox: 'stalled' }]);
  });

  it('is reported as failing, but ready, while each attempt fails', async () => {
    await waits('first', 10);
    const due_at = toInstant(NOON.plus({ minutes: 4 }));
    await database.db('outbox').update({ state: 'unknown', attempts: 9, due_at, last_error: 'HTTP 503' });
    expect(await readiness()).toEqual([200, { ready: true, outbox: 'failing' }]);
    expect(await log()).toMatchObject([{ level: 50, state: 'failing', error: 'HTTP 503' }]);
  });

  it('is no news when something was sent in the last minutes', async () => {
    await waits('first', 10);
    await waits('second', 10);
    await database
      .db('outbox')
      .where({ subject: 'second' })
      .update({ state: 'sent', settled_at: minutesAgo(2) });
    expect(await readiness()).toEqual([200, { ready: true }]);
    expect(await log()).toEqual([]);
  });

  it('is no news when what waits has just been queued, or nothing waits', async () => {
    expect(await readiness()).toEqual([200, { ready: true }]);
    await waits('first', 1);
    expect(await readiness()).toEqual([200, { ready: true }]);
    expect(await log()).toEqual([]);
  });

  const waits = (subject: string, minutes: number) =>
    enqueue(database.db, { message: notice, subject, dedupeKey: subject }, minutesAgo(minutes));

  async function readiness() {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    const { ready, outbox } = (await response.json()) as { ready: boolean; outbox?: string };
    return [response.status, { ready, ...(outbox && { outbox }) }];
  }

  async function log() {
    const lines = pino({ base: null, timestamp: false }, { write: (line) => said.push(line) });
    await reportStall(database.db, 'slack', { now: NOON, clock: NOON }, lines);
    return said.map((line) => JSON.parse(line));
  }
});
