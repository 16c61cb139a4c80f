import { foldKey } from '../../../core/text';
import { SHEET_KINDS, type SheetKind, type SheetProblem } from '../sheet';
import { shapes } from './csv-shapes';
import { findHeader, SEPARATORS, type Table } from './csv-table';

/** The kind of rows that the header names, or why it names none. */
export function readHeader(table: Table, text: string): { kind: SheetKind } | { problems: SheetProblem[] } {
  const header = table.header.map(foldKey);
  const [kind, ...others] = SHEET_KINDS.filter((one) => header.includes(columnsOf(one)[0] ?? ''));
  if (header.length === 0) return { problems: [{ code: 'file.empty' }] };
  if (!kind || others.length > 0) return { problems: [unknownHeader(table, text)] };
  if (table.rows.length === 0) return { problems: [{ code: 'file.empty' }] };
  const problems = headerProblems(kind, header);
  if (problems.some(({ code }) => code === 'column.missing') && namesPeople(table)) return { problems: [PEOPLE] };
  return problems.length > 0 ? { problems } : { kind };
}

export function isColumn(title: string): boolean {
  return COLUMNS.includes(foldKey(title));
}

const COLUMNS = SHEET_KINDS.flatMap(columnsOf);

/** The first column identifies the kind. */
function columnsOf(kind: SheetKind): string[] {
  return Object.keys(shapes[kind].shape);
}

const PEOPLE: SheetProblem = { code: 'file.people' };
const PERSONAL =
  /^(e-?mail|courriel|m[ée]l$|adresse (e-?)?mail|(first|last|full|sur|family|given)[ _-]?name|pr[ée]nom|nom$)/;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const A_FEW_ROWS = 5;

function unknownHeader(table: Table, text: string): SheetProblem {
  const found = findHeader(text, isColumn);
  if (found && !SEPARATORS.includes(found.separator)) {
    return { code: 'header.separator', row: found.row, details: { separator: found.separator } };
  }
  if (namesPeople(table)) return PEOPLE;
  const isBelow = found && table.rows.some(({ row }) => row === found.row);
  return isBelow ? { code: 'header.below', row: found.row } : { code: 'header.unknown' };
}

function namesPeople({ header, rows }: Table): boolean {
  const cells = [header, ...rows.slice(0, A_FEW_ROWS).map((row) => row.cells)].flat();
  return header.some((title) => PERSONAL.test(foldKey(title))) || cells.some((cell) => ADDRESS.test(cell.trim()));
}

function headerProblems(kind: SheetKind, header: readonly string[]): SheetProblem[] {
  const known = columnsOf(kind);
  const optional = (column: string) => shapes[kind].safeParse({}).error?.issues.every(({ path }) => path[0] !== column);
  const missing = known.filter((column) => !header.includes(column) && !optional(column));
  const named = header.filter(Boolean);
  return [
    ...missing.map((column) => ({ code: 'column.missing' as const, column })),
    ...named
      .filter((column) => !known.includes(column))
      .map((column) => ({ code: 'column.unknown' as const, column, details: { columns: known.join(', ') } })),
    ...named
      .filter((column, index) => named.indexOf(column) !== index)
      .map((column) => ({ code: 'column.repeated' as const, column })),
  ].map((problem) => ({ ...problem, row: 1 }));
}
