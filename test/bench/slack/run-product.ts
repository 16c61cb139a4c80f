import { pino } from 'pino';
import { type RunningApp, startApp } from '../../../src/app';
import type { Now } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { SALES } from '../seed/people';
import { serve } from './serve';
import { SIGNING_SECRET } from './slash-command';

export interface RunningProduct {
  /** The address for Slack's requests. */
  url: string;
  wake: RunningApp['wake'];
  stop: () => Promise<void>;
}

/** Runs the product as in production; `now` is its clock. */
export async function runProduct(db: Database, apiUrl: string, now?: () => Now): Promise<RunningProduct> {
  const app = await startApp({
    db,
    slack: { botToken: 'xoxb-bench', apiUrl, transport: { kind: 'http', signingSecret: SIGNING_SECRET } },
    sales: { users: [SALES.userId] },
    admins: ['U0ADMIN0001'],
    locale: 'en',
    timezone: 'Europe/Paris',
    roles: USUAL_ROLES,
    log: pino({ level: 'silent' }),
    ...(now && { now }),
  });
  await app.connect();
  const web = await serve(app.listener);
  return {
    url: web.url,
    wake: app.wake,
    stop: async () => {
      await app.stop();
      await web.close();
    },
  };
}
