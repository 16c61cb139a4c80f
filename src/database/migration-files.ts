import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';

const DIRECTORY = join(__dirname, '../../migrations');

/**
 * The migrations of this program: `.ts` in the sources, `.js` in a build. Knex stores their names in the database. A
 * name always ends in `.ts`, so that sources and build accept each other's databases.
 */
export const migrationFiles: Knex.MigrationSource<string> = {
  getMigrations: async () => {
    const files = readdirSync(DIRECTORY).filter((file) => /^\d+_\w+\.[jt]s$/.test(file));
    return files.sort();
  },
  getMigrationName: (file) => file.replace(/\.js$/, '.ts'),
  getMigration: async (file) => require(join(DIRECTORY, file)) as Knex.Migration,
};
