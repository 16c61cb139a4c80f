import { type Command, InvalidArgumentError } from 'commander';
import { DateTime } from 'luxon';
import type { Config } from '../../config';
import { isTimelyDay, type Now, toInstant } from '../../core/time';
import { clock } from '../../create-app';
import type { Database } from '../../database/database';
import { CommandError } from '../command-error';
import { refuseOthers } from '../database-of-others';
import { sendReminders } from '../send-reminders';
import { withDatabase } from '../with-database';

export function addRemindCommand(program: Command): void {
  program
    .command('remind')
    .description('send the reminders that are due now, or at another moment, each customer and day once')
    .option('--at <instant>', 'a moment past or to come, such as 2026-03-02T09:00:00+01:00', readInstant)
    .action((options: { at?: Now }) =>
      withDatabase((db, config) => remind(options.at ?? clock(), db, config), { before: refuseOthers }),
    );
}

async function remind(at: Now, db: Database, config: Config): Promise<void> {
  if (process.env.NODE_ENV === 'production' && !config.slack) {
    throw new CommandError('SLACK_BOT_TOKEN is missing, so nobody can be reminded: set the token.');
  }
  const { queued, waiting, dead } = await sendReminders(config, db, at);
  console.log(`${reminders(queued)} due at ${toInstant(at)} that had not been sent.`);
  if (!config.slack) return console.log('No Slack token is set: the local workspace sends them when it runs.');
  if (dead > 0) throw new CommandError(`Slack refused ${reminders(dead)}: npm run seats -- outbox says why.`);
  if (waiting > 0) throw new CommandError(`${reminders(waiting)} still wait: npm run seats -- outbox says why.`);
}

function reminders(count: number): string {
  return `${count} ${count === 1 ? 'reminder' : 'reminders'}`;
}

/** A day alone ends like an offset, as `2026-03-02` in `-02`. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)$/i;

function readInstant(text: string): Now {
  const instant = DateTime.fromISO(text, { setZone: true });
  if (!INSTANT.test(text) || !instant.isValid || !isTimelyDay(text.slice(0, 10))) {
    throw new InvalidArgumentError('Write an instant with its offset, such as 2026-03-02T09:00:00+01:00.');
  }
  return instant;
}
