import { readFileSync, writeFileSync } from 'node:fs';
import { CommandError } from '../../app/command-error';
import type { Config } from '../../config';
import { SYSTEM } from '../../core/person';
import type { Translate } from '../../core/words';
import type { Database } from '../../database/database';
import { clock } from '../../parts';
import { lookingAgain } from '../customers/taken-channel.sql';
import { readSheet } from './csv-sheet';
import { writeTable } from './csv-write';
import { exportSheet } from './export-sheet';
import { inOneLine, summary } from './import-lines';
import { importSheet, judgeSheet } from './import-sheet';
import type { Sheet, SheetKind, SheetProblem, SheetReport, Unreadable } from './sheet';
import { problemInWords } from './sheet-words.view';

/** Imports all of a CSV file or nothing; on a dry run it prints what would become of every row. */
export async function importCsv(
  file: string,
  { dryRun, t }: { dryRun?: boolean; t: Translate },
  db: Database,
  config: Config,
): Promise<void> {
  const sheet = readSheet(readBytes(file), config);
  const report = await judgeSheet(db, sheet, SYSTEM, clock());
  if (dryRun) for (const line of verdicts(report, t)) console.log(line);
  else for (const problem of report.problems) console.error(complaint(file, problem, t));
  const wrong = report.problems.length;
  if (wrong > 0)
    throw new CommandError(`Nothing was imported: ${wrong} ${wrong === 1 ? 'error' : 'errors'} in ${file}.`);
  if (dryRun) return console.log(`Would be imported: ${summary(report.changes)}.`);
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
function verdicts({ changes, problems }: SheetReport, t: Translate): string[] {
  const lines = [
    ...changes.map((change) => ({ row: change.row, line: `row ${change.row}: ${inOneLine(change)}` })),
    ...problems.map((problem) => ({
      row: problem.row ?? 0,
      line: `${place(problem)}: wrong: ${problemInWords(problem, t)}`,
    })),
  ];
  return lines.sort((one, other) => one.row - other.row).map(({ line }) => line);
}

function place({ row }: SheetProblem): string {
  return row === undefined ? 'file' : `row ${row}`;
}

function complaint(file: string, problem: SheetProblem, t: Translate): string {
  return `${problem.row === undefined ? file : `${file}:${problem.row}`}: ${problemInWords(problem, t)}`;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new CommandError(`${file} cannot be read.`);
  }
}
