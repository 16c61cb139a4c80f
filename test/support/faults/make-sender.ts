import { pino } from 'pino';
import { createApp } from '../../../src/create-app';
import type { Database } from '../../../src/database/database';
import { isUnavailable } from '../../../src/database/database';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { MAX_ATTEMPT_MS } from '../../../src/outbox/delivery-settings';
import type { Sender } from '../../../src/outbox/sender';
import { bot } from '../../../src/playground/cast';
import { sonia } from '../people';

/** The product's own sender, with another address for Slack. */
export function makeSender(db: Database, apiUrl: string): Sender {
  const { token: botToken, signingSecret } = bot;
  return createApp({
    db,
    slack: { botToken, apiUrl, transport: { kind: 'http', signingSecret } },
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    sales: { users: [sonia.userId] },
    admins: [],
    locale: 'en',
    timezone: 'Europe/Paris',
    roles: USUAL_ROLES,
    // The clock of these tests jumps over the moments at which a claim would be extended.
    leaseMs: MAX_ATTEMPT_MS,
  }).sender;
}

/** Runs one round, as the loop does. Returns true while messages are being sent. */
export async function round(sender: Sender): Promise<boolean> {
  await sender.round().catch((error) => {
    if (!isUnavailable(error)) throw error;
  });
  return sender.isBusy;
}

/** Turns off syncing to disk: these tests kill processes, not machines. */
export async function hurry(db: Database): Promise<void> {
  if (db.client.config.client !== 'pg') await db.raw('pragma synchronous = off');
}
