import { pino } from 'pino';
import { createApp } from '../../../src/create-app';
import type { Database } from '../../../src/database/database';
import { isUnavailable } from '../../../src/database/database';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import type { Sender } from '../../../src/outbox/sender';
import { bot } from '../../../src/playground/cast';
import { sonia } from '../people';

/** The sender as our program has it, but for where Slack is. */
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
  }).sender;
}

/** One round, as the loop does it. Returns whether anything is being sent. */
export async function round(sender: Sender): Promise<boolean> {
  await sender.round().catch((error) => {
    if (!isUnavailable(error)) throw error;
  });
  return sender.isBusy;
}

/** Processes die here, machines do not: so nothing has to wait for the disk. */
export async function hurry(db: Database): Promise<void> {
  if (db.client.config.client !== 'pg') await db.raw('pragma synchronous = off');
}
