import { pino } from 'pino';
import { createApp } from '../../../src/create-app';
import type { Database } from '../../../src/database/database';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import type { Sender } from '../../../src/outbox/sender';
import { bot } from '../../../src/playground/cast';
import { openProductDatabase } from '../../../src/product-database';
import type { Order, Report } from '../faults/sender-program';
import { Steps } from '../faults/steps';
import { sonia } from '../people';

function makeSender(db: Database, places: { apiUrl: string; url: string; token: string }): Sender | undefined {
  const { token: botToken, signingSecret } = bot;
  const { apiUrl, ...moodle } = places;
  return createApp({
    db,
    slack: { botToken, apiUrl, transport: { kind: 'http', signingSecret } },
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    sales: { users: [sonia.userId] },
    admins: [],
    locale: 'en',
    timezone: 'Europe/Paris',
    roles: USUAL_ROLES,
    moodle,
  }).moodleSender;
}

/** What enrols, in a process of its own, which does as it is told until it dies. */
function main([database = '', apiUrl = '', url = '', token = '']: string[]): void {
  const db = openProductDatabase(database);
  const steps = new Steps();
  steps.watch(db);
  steps.watchMoodle();
  const sender = makeSender(db, { apiUrl, url, token });
  const report = () => process.send?.({ isBusy: false, steps: steps.taken } satisfies Report);
  process.on('message', async (order: Order) => {
    if (order === 'round') {
      await sender?.round();
      await sender?.drain();
    } else {
      steps.taken = 0;
      steps.dieAt = order.begin.dieAt;
    }
    report();
  });
  process.on('disconnect', () => process.exit());
}

main(process.argv.slice(2));
