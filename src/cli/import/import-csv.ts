import type { Config } from '../../config';
import { SYSTEM } from '../../core/person';
import { clock } from '../../create-app';
import type { Database } from '../../database/database';
import { lookingAgain } from '../../features/customers/customer-accounts.sql';
import { readSheet } from '../../features/imports/files/csv-sheet';
import { importSheet, judgeSheet } from '../../features/imports/import-sheet';
import type { Sheet, SheetProblem, SheetReport, Unreadable } from '../../features/imports/sheet';
import { problemInWords } from '../../features/imports/sheet-words.view';
import { english } from '../english';
import { formatChange, nothingImported, printChanges, readBytes, summary } from './import-report';

/** Imports a whole CSV file or nothing. A dry run prints the verdict on every row and changes nothing. */
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
  if (report.problems.length > 0) throw nothingImported(file, report.problems.length);
  if (options.dryRun) return console.log(`Would be imported: ${summary(report.changes)}.`);
  const { changes } = await save(sheet, db);
  printChanges(changes);
  console.log(`Imported: ${summary(changes)}.`);
}

function save(sheet: Sheet | Unreadable, db: Database): Promise<SheetReport> {
  return lookingAgain(() => db.transaction((tx) => importSheet(tx, sheet, SYSTEM, clock())));
}

/** One line for each row and each problem, in the order of the file. */
function verdicts({ changes, problems }: SheetReport): string[] {
  const lines = [
    ...changes.map((change) => ({ row: change.row, line: `row ${change.row}: ${formatChange(change, true)}` })),
    ...problems.map((problem) => ({ row: problem.row ?? 0, line: `${place(problem)}: wrong: ${inWords(problem)}` })),
  ];
  return lines.sort((one, other) => one.row - other.row).map(({ line }) => line);
}

function place({ row }: SheetProblem): string {
  return row === undefined ? 'file' : `row ${row}`;
}

function complaint(file: string, problem: SheetProblem): string {
  return `${problem.row === undefined ? file : `${file}:${problem.row}`}: ${inWords(problem)}`;
}

function inWords(problem: SheetProblem): string {
  return problemInWords(problem, english);
}
