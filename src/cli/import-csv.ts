import { readFileSync, writeFileSync } from 'node:fs';
import type { Config } from '../config';
import { SYSTEM } from '../core/person';
import type { Database } from '../database/database';
import { lookingAgain } from '../features/customers/taken-channel.sql';
import { readSheet } from '../features/imports/csv-sheet';
import { writeTable } from '../features/imports/csv-write';
import { exportSheet } from '../features/imports/export-sheet';
import { importSheet, judgeSheet } from '../features/imports/import-sheet';
import type { Sheet, SheetKind, SheetProblem, SheetReport, Unreadable } from '../features/imports/sheet';
import { problemInWords } from '../features/imports/sheet-words.view';
import { clock } from '../parts';
import { translator } from '../slack/translate';
import { CommandError } from './command-error';
import { inOneLine, summary } from './import-report';

/** Imports all of a CSV file or nothing; on a dry run it prints what would become of every row. */
export async function importCsv(
  file: string,
  options: { dryRun?: boolean },
  db: Database,
  config: Config,
): Promise<void> {
  const sheet = readSheet(readBytes(file), config);
  const report = await judgeSheet(db, sheet, SYSTEM, clock());
  if (options.dryRun) for (const line of verdicts(report)) console.log(line);
  else for (const problem of report.problems) console.error(complaint(file, problem));
  const wrong = report.problems.length;
  if (wrong > 0)
    throw new CommandError(`Nothing was imported: ${wrong} ${wrong === 1 ? 'error' : 'errors'} in ${file}.`);
  if (options.dryRun) return console.log(`Would be imported: ${summary(report.changes)}.`);
  const { changes } = await save(sheet, db);
  for (const change of changes.filter((one) => one.change !== 'unchanged')) console.log(inOneLine(change));
  console.log(`Imported: ${summary(changes)}.`);
}

/** Writes everything of a kind to a file, or to where the command's output goes. */
export async function exportCsv(
  kind: SheetKind,
  file: string | undefined,
  db: Database,
  config: Config,
): Promise<void> {
  const rows = await exportSheet(db, kind, SYSTEM);
  const text = writeTable(rows, config.locale === 'fr' ? ';' : ',');
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch {
    throw new CommandError(`${file} cannot be written.`);
  }
  console.log(`${rows.length - 1} ${kind} written to ${file}.`);
}

function save(sheet: Sheet | Unreadable, db: Database): Promise<SheetReport> {
  return lookingAgain(() => db.transaction((tx) => importSheet(tx, sheet, SYSTEM, clock())));
}

/** One for each row, and one for each problem, in the order of the file. */
function verdicts({ changes, problems }: SheetReport): string[] {
  const lines = [
    ...changes.map((change) => ({ row: change.row, line: `row ${change.row}: ${inOneLine(change)}` })),
    ...problems.map((problem) => ({ row: problem.row ?? 0, line: `${place(problem)}: wrong: ${words(problem)}` })),
  ];
  return lines.sort((one, other) => one.row - other.row).map(({ line }) => line);
}

function place({ row }: SheetProblem): string {
  return row === undefined ? 'file' : `row ${row}`;
}

function complaint(file: string, problem: SheetProblem): string {
  return `${problem.row === undefined ? file : `${file}:${problem.row}`}: ${words(problem)}`;
}

function words(problem: SheetProblem): string {
  return problemInWords(problem, translator('en'));
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new CommandError(`${file} cannot be read.`);
  }
}
