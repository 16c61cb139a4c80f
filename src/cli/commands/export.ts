import { writeFileSync } from 'node:fs';
import { Argument, type Command } from 'commander';
import type { Config } from '../../config';
import { SYSTEM } from '../../core/person';
import type { Database } from '../../database/database';
import { exportSheet } from '../../features/imports/export-sheet';
import { writeTable } from '../../features/imports/files/csv-write';
import { SHEET_KINDS, type SheetKind } from '../../features/imports/sheet';
import { CommandError } from '../command-error';
import { refuseToMigrateOthers } from '../database-of-others';
import { withDatabase } from '../with-database';

export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write a CSV file that a spreadsheet opens, and that can be imported again')
    .addArgument(new Argument('<kind>', 'what to write').choices(SHEET_KINDS))
    .argument('[file]', 'where to write it')
    .action((kind: SheetKind, file: string | undefined) =>
      withDatabase((db, config) => exportCsv(kind, file, db, config), { before: refuseToMigrateOthers }),
    );
}

/** Without a file, standard output contains the rows and nothing else. */
async function exportCsv(kind: SheetKind, file: string | undefined, db: Database, { locale }: Config): Promise<void> {
  const rows = await exportSheet(db, kind, SYSTEM);
  const text = writeTable(rows, locale === 'fr' ? ';' : ',');
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  writeText(file, text);
  console.log(`${rows.length - 1} ${kind} written to ${file}.`);
}

function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    throw new CommandError(`${file} cannot be written.`);
  }
}
