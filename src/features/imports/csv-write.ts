import { stringify } from 'csv-stringify/sync';
import { defuse } from './csv-formulas';

/** A file that a spreadsheet opens as it is and that comes back as it was, whatever the cells hold. */
export function writeTable(rows: readonly (readonly string[])[], separator: ',' | ';' = ','): string {
  const cells = rows.map((row) => row.map(defuse));
  return stringify(cells, { delimiter: separator, bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}
