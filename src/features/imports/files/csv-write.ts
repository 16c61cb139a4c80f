import { stringify } from 'csv-stringify/sync';
import { defuse } from './csv-formulas';

/** A CSV file that opens in a spreadsheet and imports again without loss, whatever the cells contain. */
export function writeTable(rows: readonly (readonly string[])[], separator: ',' | ';' = ','): string {
  const cells = rows.map((row) => row.map(defuse));
  return stringify(cells, {
    delimiter: separator,
    bom: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]|^\s|\s$/,
  });
}
