import type { CopyKey, Translate } from '../../core/words';
import type { SheetProblem, SheetProblemCode } from './sheet';

const WORDS: Record<SheetProblemCode, CopyKey> = {
  'file.empty': 'sheet.file.empty',
  'file.not_text': 'sheet.file.not_text',
  'file.workbook': 'sheet.file.workbook',
  'file.web_page': 'sheet.file.web_page',
  'file.encoding': 'sheet.file.encoding',
  'file.garbled': 'sheet.file.garbled',
  'file.people': 'sheet.file.people',
  'file.quote': 'sheet.file.quote',
  'file.too_many_rows': 'sheet.file.too_many_rows',
  'file.too_large': 'sheet.file.too_large',
  'file.gone': 'sheet.file.gone',
  'file.not_yours': 'sheet.file.not_yours',
  'file.not_allowed': 'sheet.file.not_allowed',
  'header.unknown': 'sheet.header.unknown',
  'header.below': 'sheet.header.below',
  'header.separator': 'sheet.header.separator',
  'column.missing': 'sheet.column.missing',
  'column.unknown': 'sheet.column.unknown',
  'column.repeated': 'sheet.column.repeated',
  'cell.extra': 'sheet.cell.extra',
  'cell.empty': 'sheet.cell.empty',
  'cell.too_long': 'sheet.cell.too_long',
  'cell.backslash': 'sheet.cell.backslash',
  'cell.code': 'sheet.cell.code',
  'cell.open': 'sheet.cell.open',
  'cell.slack_id': 'sheet.cell.slack_id',
  'cell.timezone': 'sheet.cell.timezone',
  'cell.locale': 'sheet.cell.locale',
  'cell.quota': 'sheet.cell.quota',
  'row.repeated': 'sheet.row.repeated',
  'row.separator': 'sheet.row.separator',
  'customer.unknown': 'sheet.customer.unknown',
  'product.unknown': 'sheet.product.unknown',
  'channel.taken': 'sheet.channel.taken',
};

/** The problem, without its row. */
export function problemInWords({ code, column = '', details }: SheetProblem, t: Translate): string {
  return t(WORDS[code], { column, ...details });
}
