import type { Command } from 'commander';
import type { Config } from '../../config';
import type { Database } from '../../database/database';
import { refuseToMigrateOthers, sayWhose } from '../database-of-others';
import { importCsv } from '../import/import-csv';
import { importYaml } from '../import/import-yaml';
import { withDatabase } from '../with-database';

const DESCRIPTION =
  'insert and update courses, products and customers from a YAML file, or courses, customers or coordinators from a CSV file; all of it or nothing';

interface ImportOptions {
  dryRun?: boolean;
}

export function addImportCommand(program: Command): void {
  program
    .command('import <file>')
    .description(DESCRIPTION)
    .option('--dry-run', 'change nothing, say what would change')
    .action((file: string, options: ImportOptions) =>
      withDatabase((db, config) => runImport(file, options, db, config), { before: refuseToMigrateOthers }),
    );
}

async function runImport(file: string, options: ImportOptions, db: Database, config: Config): Promise<void> {
  await sayWhose(db, config);
  await (/\.csv$/i.test(file) ? importCsv : importYaml)(file, options, db, config);
}
