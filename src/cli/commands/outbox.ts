import type { Command } from 'commander';
import type { Config } from '../../config';
import type { Database } from '../../database/database';
import { type OutboxLine, overview, requeue } from '../../outbox/outbox-overview';
import { CommandError } from '../command-error';
import { refuseOthers, refuseToMigrateOthers, sayWhose } from '../database-of-others';
import { withDatabase } from '../with-database';

const MAX_LINES = 100;

export function addOutboxCommand(program: Command): void {
  program
    .command('outbox')
    .description('show what waits to be sent, and what was given up and why')
    .option('--retry <numbers>', 'give “all” of what was given up another chance, or some: 12,15')
    .action((options: { retry?: string }) =>
      withDatabase(
        async (db, config) => {
          if (options.retry !== undefined) await retry(db, options.retry, config);
          await show(db);
        },
        // What waits again is sent, so it must be ours. To look changes nothing.
        { before: options.retry === undefined ? refuseToMigrateOthers : refuseOthers },
      ),
    );
}

async function retry(db: Database, numbers: string, config: Config): Promise<void> {
  await sayWhose(db, config);
  const count = await requeue(db, numbers === 'all' ? undefined : readNumbers(numbers));
  if (count === 0) throw new CommandError('Nothing of that was given up.');
  console.log(`${count} ${count === 1 ? 'message waits' : 'messages wait'} again.`);
}

async function show(db: Database): Promise<void> {
  const { counts, lines } = await overview(db, MAX_LINES);
  const states = Object.entries(counts).map(([state, count]) => `${state} ${count}`);
  console.log(states.join(' · '));
  for (const line of lines) console.log(formatLine(line));
  const more = counts.pending + counts.sending + counts.unknown + counts.dead - lines.length;
  if (more > 0) console.log(`and ${more} more`);
}

function readNumbers(text: string): number[] {
  const words = text.split(',').map((word) => word.trim());
  if (!words.every((word) => /^\d{1,9}$/.test(word))) {
    throw new CommandError('--retry takes “all” or numbers as shown, such as 12,15.');
  }
  return words.map(Number);
}

function formatLine({ id, kind, subject, concurrencyKey, state, attempts, due, error }: OutboxLine): string {
  const tries = `${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
  const when = state === 'dead' ? 'given up' : `due ${due ?? 'now'}`;
  return [`#${id} ${state}`, `${kind} ${subject}`, `to ${concurrencyKey}`, when, tries, error]
    .filter(Boolean)
    .join(' · ');
}
