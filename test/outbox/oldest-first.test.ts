import { WebAPIRateLimitedError } from '@slack/web-api';
import { pino } from 'pino';
import type { Now } from '../../src/core/time';
import { defineMessage, messagesByKind } from '../../src/outbox/message';
import { enqueue } from '../../src/outbox/outbox';
import { Sender } from '../../src/outbox/sender';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { NO_CONTEXT } from '../support/no-context';
import { at } from '../support/time';

const NOON = at('2026-03-02T12:00:00Z');
const BUSY = 'C0ACME00001';
const WAIT_SECONDS = 5;
/** More than one round sends. */
const NEWER = 60;

describe.each(eachDatabase)('a message that Slack refused once, on $name', ({ open }) => {
  let database: TestDatabase;
  let now: Now;
  let sent: string[];
  let sender: Sender;
  let isRefused: boolean;

  /** Records its subject; Slack refuses the first one once. */
  const notice = defineMessage({
    kind: 'order.announce',
    deliver: async ({ subject }) => {
      if (subject === 'first' && !isRefused) {
        isRefused = true;
        throw new WebAPIRateLimitedError(WAIT_SECONDS);
      }
      sent.push(subject);
      return { kind: 'nothing' };
    },
  });

  beforeEach(async () => {
    database = await open();
    now = NOON;
    sent = [];
    isRefused = false;
    const log = pino({ level: 'silent' });
    const messages = messagesByKind([notice]);
    sender = new Sender({ db: database.db, log, now: () => now, messages, context: NO_CONTEXT });
  });

  afterEach(() => database?.close());

  it('goes before the newer ones of its channel, however busy the channel is', async () => {
    await asks('first', BUSY);
    await runs();
    for (let number = 1; number <= NEWER; number += 1) await asks(`newer ${number}`, BUSY);
    now = now.plus({ seconds: WAIT_SECONDS });
    await runs();
    expect(sent).toEqual(['first']);
  });

  it('goes before the newer ones of all other channels, however busy the workspace is', async () => {
    await asks('first', BUSY);
    await runs();
    for (let number = 1; number <= NEWER; number += 1) await asks(`newer ${number}`, `C0OTHER${number}`);
    now = now.plus({ seconds: WAIT_SECONDS });
    await runs();
    expect(sent.length).toBeLessThan(NEWER);
    expect(sent).toContain('first');
  });

  it('does not hold up the newer ones while it waits', async () => {
    await asks('first', BUSY);
    await runs();
    await asks('newer', 'C0OTHER0001');
    await runs();
    expect(sent).toEqual(['newer']);
  });

  const asks = (subject: string, channel: string) =>
    enqueue(database.db, { message: notice, subject, channel, dedupeKey: subject }, now.toISO());

  async function runs(): Promise<void> {
    await sender.round();
    await sender.drain();
  }
});
