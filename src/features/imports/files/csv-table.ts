import { CsvError, parse } from 'csv-parse/sync';
import { disarm } from './csv-formulas';

export interface Table {
  header: string[];
  /** Rows that are not blank, numbered as in a spreadsheet. */
  rows: { row: number; cells: string[] }[];
}

export const SEPARATORS = [',', ';', '\t'];
/** Excel's note of the separator, which other programs keep when they save with another one. */
const NOTED_SEPARATOR = /^sep=(.)(\r\n|\n|\r)/i;

/**
 * Parses the rows below the header, with the separator that gives the most known columns. When a quote never ends,
 * returns its row instead.
 */
export function readTable(text: string, isColumn: (title: string) => boolean): Table | { brokenRow: number } {
  const noted = NOTED_SEPARATOR.exec(text);
  const content = noted ? text.slice(noted[0].length) : text;
  const separators = noted?.[1] ? [noted[1], ...SEPARATORS] : SEPARATORS;
  try {
    return split(content, bestSeparator(content, separators, isColumn));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { brokenRow: Number(error.records ?? 0) + 1 };
  }
}

const OTHER_SEPARATORS = ['|', ':', '^', '~', ' '];
const A_FEW_ROWS = 20;

/** A row that names columns: below a title, or with a separator that is not read. */
export function findHeader(
  text: string,
  isColumn: (title: string) => boolean,
): { row: number; separator: string } | undefined {
  for (const separator of [...SEPARATORS, ...OTHER_SEPARATORS]) {
    const records = text.split(/\r\n|\n|\r/, A_FEW_ROWS).map((line) => line.split(separator));
    const index = records.findIndex((titles) => titles.filter((title) => isColumn(unquoted(title))).length > 1);
    if (index >= 0) return { row: index + 1, separator };
  }
  return undefined;
}

function unquoted(title: string): string {
  return title.trim().replace(/^"(.*)"$/, '$1');
}

function split(text: string, separator: string): Table {
  const records = parseRecords(text, separator).map((cells, index) => ({ row: index + 1, cells: cells.map(disarm) }));
  const [header, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { header: header?.cells ?? [], rows };
}

function bestSeparator(text: string, separators: readonly string[], isColumn: (title: string) => boolean): string {
  const start = text.replace(/^\s*[\r\n]/, '');
  const known = separators.map((separator) => {
    const [header = []] = parseRecords(start, separator, 1);
    return { separator, count: header.filter(isColumn).length };
  });
  return known.reduce((best, other) => (other.count > best.count ? other : best)).separator;
}

/** Blanks beside a quoted cell are no part of it. */
function parseRecords(text: string, separator: string, most?: number): string[][] {
  const parseWith = (trim: object) =>
    parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      ...trim,
      ...(most !== undefined && { to: most }),
    });
  try {
    return parseWith({ trim: true });
  } catch (error) {
    // A cell such as `"Excel" basics` begins with a quote, and is not a quoted cell.
    if (error instanceof CsvError && error.code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE')
      return parseWith({ ltrim: true });
    throw error;
  }
}
