import type { Command } from 'commander';
import { printCheck } from '../check/check';
import { checkSearch } from '../check/check-search';
import { checkTwins } from '../check/check-twins';
import { withDatabase } from '../with-database';

export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date')
    .option('--unlock', 'first take away the lock of a migration that died')
    .action((options: { unlock?: boolean }) =>
      withDatabase(
        async (db) => {
          for (const check of [...(await checkTwins(db)), ...(await checkSearch(db))]) printCheck(check);
          console.log('The database is up to date.');
        },
        // Whoever asks for nothing else means this database, whosever it is.
        { ...options, before: async () => {} },
      ),
    );
}
