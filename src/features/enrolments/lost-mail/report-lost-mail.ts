import { type Now, parseInstant, timeOfDay, today, toInstant } from '../../../core/time';
import type { Database } from '../../../database/database';
import { enqueue } from '../../../outbox/outbox';
import { claimSyncRun, lastSyncRun } from '../../courses/sync-runs.sql';
import { mailReport } from './lost-mail.messages';
import { countMailFailed } from './lost-mail.sql';

/** From this hour on, in the given zone, the first lost mail of a day is reported at once; the rest, the next day. */
const REPORT_AT = '08:00';

/** Queues a line for administrators, at most one a day, about mail that Moodle could not send since the last line. */
export async function reportLostMail(db: Database, now: Now, timezone: string): Promise<void> {
  const due = timeOfDay(today(now, timezone), REPORT_AT, timezone);
  if (now < due) return;
  const [at, last] = [toInstant(now), await lastSyncRun(db, 'mail')];
  // A line in the future comes from a clock that was set back since.
  const after = last !== undefined && parseInstant(last) <= now ? last : '';
  if (after !== '' && parseInstant(after) >= due) return;
  if ((await countMailFailed(db, after, at)) === 0) return;
  await db.transaction(async (tx) => {
    if (!(await claimSyncRun(tx, 'mail', toInstant(due), at))) return;
    await enqueue(tx, { message: mailReport, subject: `${after}|${at}`, dedupeKey: `moodle.mail_report:${at}` }, at);
  });
}
