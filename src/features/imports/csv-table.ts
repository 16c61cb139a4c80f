import { CsvError, parse } from 'csv-parse/sync';
import { disarm } from './csv-formulas';

export interface Table {
  header: string[];
  /** Rows that are not blank, numbered as in a spreadsheet. */
  rows: { row: number; cells: string[] }[];
}

const SEPARATORS = [',', ';', '\t'];
/** Excel's note of the separator. */
const NOTED_SEPARATOR = /^sep=(.)(\r\n|\n|\r)/i;

/**
 * Parses the rows below the header, with the separator that gives the most known columns. When a quote never ends,
 * returns its row instead.
 */
export function readTable(text: string, isColumn: (title: string) => boolean): Table | { brokenRow: number } {
  const noted = NOTED_SEPARATOR.exec(text);
  const content = noted ? text.slice(noted[0].length) : text;
  try {
    return split(content, noted?.[1] ?? bestSeparator(content, isColumn));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { brokenRow: Number(error.records ?? 0) + 1 };
  }
}

function split(text: string, separator: string): Table {
  const records = parseRecords(text, separator).map((cells, index) => ({ row: index + 1, cells: cells.map(disarm) }));
  const [header, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { header: header?.cells ?? [], rows };
}

function bestSeparator(text: string, isColumn: (title: string) => boolean): string {
  const start = text.replace(/^\s*[\r\n]/, '');
  const known = SEPARATORS.map((separator) => {
    const [header = []] = parseRecords(start, separator, 1);
    return { separator, count: header.filter(isColumn).length };
  });
  return known.reduce((best, other) => (other.count > best.count ? other : best)).separator;
}

function parseRecords(text: string, separator: string, most?: number): string[][] {
  return parse(text, {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    ...(most !== undefined && { to: most }),
  });
}
