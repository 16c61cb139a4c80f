import { isUtf8 } from 'node:buffer';
import { decode, encode } from 'iconv-lite';
import { isForeign, isWritten, WESTERN_ENCODINGS, type WesternEncoding } from '../../../core/western-letters';
import type { SheetProblemCode } from '../sheet';

export type UnreadableText = Extract<
  SheetProblemCode,
  'file.workbook' | 'file.web_page' | 'file.not_text' | 'file.encoding' | 'file.garbled'
>;

/**
 * The text of a file as spreadsheets and editors save it, without byte order marks; or why it is not read. Guesses no
 * letter: what may be read in two ways is `file.encoding`.
 */
export function readText(bytes: Uint8Array): { text: string } | { problem: UnreadableText } {
  if (isWorkbook(bytes)) return { problem: 'file.workbook' };
  const decoded = decodeBytes(bytes);
  if ('problem' in decoded) return decoded;
  const text = decoded.text.replace(/^\uFEFF+/, '');
  if (text.includes('\0') || ESCAPE_SEQUENCES.some((one) => text.includes(one))) return { problem: 'file.not_text' };
  if (WEB_PAGE.test(text)) return { problem: 'file.web_page' };
  return isGarbled(text) ? { problem: 'file.garbled' } : { text };
}

/** They switch between Japanese alphabets, in what looks like plain text. */
const ESCAPE_SEQUENCES = ['\x1B$', '\x1B('];
const WEB_PAGE = /^\s*<(!doctype|\?xml|!--|html|head|meta|body|table)\b/i;

const BYTE_ORDER_MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

function decodeBytes(bytes: Uint8Array): { text: string } | { problem: UnreadableText } {
  const [, marked] = BYTE_ORDER_MARKS.find(([mark]) => startsWith(bytes, mark)) ?? [];
  const unicode = marked ?? (bytes.includes(0) ? utf16Of(bytes) : isUtf8(bytes) ? 'utf-8' : undefined);
  if (unicode) return decodeUnicode(bytes, unicode);
  return bytes.includes(0) ? { problem: 'file.not_text' } : decodeWestern(bytes);
}

function decodeUnicode(bytes: Uint8Array, encoding: string): { text: string } | { problem: UnreadableText } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'file.encoding' };
  }
}

/** Text without a mark: every other byte of its separators and line ends is zero, and never the byte beside it. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const zeros: [number, number] = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  });
  if (bytes.length % 2 === 1 || Math.max(...zeros) * 4 < bytes.length / 2 || Math.min(...zeros) > 0) return undefined;
  return zeros[1] > 0 ? 'utf-16le' : 'utf-16be';
}

/** When the bytes make words in several encodings, the words must be the same. */
function decodeWestern(bytes: Uint8Array): { text: string } | { problem: UnreadableText } {
  const readings = WESTERN_ENCODINGS.map((encoding) => ({ encoding, text: decodeAs(encoding, bytes) }));
  const written = readings.filter(({ encoding, text }) => isWritten(text, encoding));
  const [only, ...others] = new Set(written.map(({ text }) => text));
  if (only === undefined || others.length > 0 || isForeign(only)) return { problem: 'file.encoding' };
  return { text: only };
}

/** Apple put the euro in the place of ¤, which iconv-lite keeps. */
function decodeAs(encoding: WesternEncoding, bytes: Uint8Array): string {
  const text = decode(Buffer.from(bytes), encoding);
  return encoding === 'macintosh' ? text.replaceAll('¤', '€') : text;
}

/** Another program has lost letters, or has read UTF-8 as something else and saved that, as in “SÃ©curitÃ©”. */
function isGarbled(text: string): boolean {
  if (text.includes('\uFFFD')) return true;
  const lines = text.split(/[\r\n]+/).filter((line) => BEYOND_ASCII.test(line));
  return WESTERN_ENCODINGS.some((encoding) => lines.some((line) => isUtf8ReadAs(encoding, line)));
}

const BEYOND_ASCII = /[\u0080-\uFFFF]/;

function isUtf8ReadAs(encoding: WesternEncoding, line: string): boolean {
  const bytes = encode(line, encoding);
  return isUtf8(bytes) && decode(bytes, encoding) === line && isWritten(bytes.toString('utf8'), 'windows-1252');
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
