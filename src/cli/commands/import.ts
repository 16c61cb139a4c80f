import type { Command } from 'commander';
import { importCsv } from '../import/import-csv';
import { importYaml } from '../import/import-yaml';
import { withDatabase } from '../with-database';

const DESCRIPTION =
  'insert and update courses, products and customers from a YAML file, or courses, customers or coordinators from a CSV file; all of it or nothing';

export function addImportCommand(program: Command): void {
  program
    .command('import <file>')
    .description(DESCRIPTION)
    .option('--dry-run', 'change nothing, say what would change')
    .action((file: string, options: { dryRun?: boolean }) =>
      withDatabase((db, config) => (/\.csv$/i.test(file) ? importCsv : importYaml)(file, options, db, config)),
    );
}
