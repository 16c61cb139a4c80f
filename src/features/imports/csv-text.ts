import { isUtf8 } from 'node:buffer';
import { decode } from 'iconv-lite';

const BYTE_ORDER_MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * The text of a file as spreadsheets save it; undefined when it is not text. Reads Windows-1252 when it is not UTF-8.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeBytes(bytes);
  return text.includes('\0') ? undefined : text;
}

/** Whether it is a workbook or another zip file, whatever its name. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

/** Node decodes Unicode and replaces malformed bytes, but reads 0x80 to 0x9F of Windows-1252 as control characters. */
function decodeBytes(bytes: Uint8Array): string {
  const [, marked] = BYTE_ORDER_MARKS.find(([mark]) => startsWith(bytes, mark)) ?? [];
  if (marked || isUtf8(bytes)) return new TextDecoder(marked).decode(bytes);
  return decode(bytes, 'windows-1252');
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
