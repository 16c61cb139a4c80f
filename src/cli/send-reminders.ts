import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config';
import { type Now, toInstant } from '../core/time';
import { clock, createApp } from '../create-app';
import type { Database } from '../database/database';
import { holidayCalendar } from '../features/reminders/holidays';
import { remind } from '../features/reminders/remind';
import { yieldToOthers } from '../features/reminders/remind-of-due';
import { reminderTally } from '../features/reminders/reminder-tally.sql';
import { createLog } from '../log';
import { claimDatabase, moodleOf, workspaceOf } from '../start/claim-database';

/** Time without any progress, since Slack's rate limits slow the sender down. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 250;

interface SentReminders {
  queued: number;
  /** Reminders not sent yet; `dead` counts those that Slack refused for good. */
  waiting: number;
  dead: number;
}

/**
 * Queues the reminders due at a moment as the job would, and sends them; without a Slack token the running local workspace
 * sends them. Idempotent: a customer gets one reminder a day.
 */
export async function sendReminders(config: Config, db: Database, at: Now): Promise<SentReminders> {
  const now = clock();
  const { slack } = config;
  const bot = slack && createApp({ ...config, slack, db, log: createLog(config.logLevel, { toError: true }) });
  if (bot) {
    const counterparts = { slack: workspaceOf(await bot.directory.installation()), moodle: moodleOf(config) };
    await claimDatabase(db, counterparts, now);
  }
  const { queued } = await remind(db, { at, now, calendar: holidayCalendar, isPicked: true, yieldToOthers });
  if (bot && queued > 0) {
    await sendUntil(
      () => bot.sender.round(),
      async () => (await reminderTally(db, toInstant(now))).live,
    );
    await bot.sender.drain();
  }
  const { live, dead } = await reminderTally(db, toInstant(now));
  return { queued, waiting: live, dead };
}

/** Runs rounds until nothing is left, or nothing moves for too long. */
async function sendUntil(round: () => Promise<number>, countLeft: () => Promise<number>): Promise<void> {
  let fewest = Number.POSITIVE_INFINITY;
  let progressAt = Date.now();
  for (;;) {
    const left = await countLeft();
    if (left < fewest) progressAt = Date.now();
    fewest = Math.min(fewest, left);
    if (left === 0 || Date.now() - progressAt > PATIENCE_MS) return;
    await sleep(Math.min(await round(), LOOK_AGAIN_MS));
  }
}
