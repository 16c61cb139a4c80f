import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { HolidayCalendar } from '../../core/holiday-calendar';
import { type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { remind } from './remind';
import { forgetSnoozes } from './reminder-settings.sql';
import { forgetReminders } from './reminders.sql';

const YIELD_MS = 15;

interface Clocks {
  db: Database;
  log: Logger;
  now: () => Now;
  clock: () => Now;
  calendar: HolidayCalendar;
}

/** Queues the reminders due now; the outbox sends them. */
export async function remindOfDue({ db, log, now, clock, calendar }: Clocks): Promise<void> {
  const { queued, late } = await remind(db, { at: now(), now: clock(), calendar, yieldToOthers: yieldToOthers });
  if (queued > 0) log.info({ queued }, 'Reminders are queued');
  if (late > 0) log.warn({ late }, 'Reminders were skipped: it was more than four hours too late for them');
}

/** Deletes decisions older than 400 days, and snoozes that ended two weeks ago. */
export async function forgetOldReminders({ db, now, clock }: Clocks): Promise<void> {
  await forgetReminders(db, toInstant(clock().minus({ days: 400 })));
  await forgetSnoozes(db, today(now().minus({ days: 14 }), 'utc'));
}

/** Frees the database for other work for `YIELD_MS`. */
export function yieldToOthers(): Promise<void> {
  return sleep(YIELD_MS);
}
