/** What spreadsheets and editors write where they do not write Unicode, as iconv-lite calls it. */
export const WESTERN_ENCODINGS = ['windows-1252', 'macintosh', 'cp850'] as const;
export type WesternEncoding = (typeof WESTERN_ENCODINGS)[number];

/** Windows-1252 has them, but they mostly come from Windows-1250 or 1254, which share these bytes. */
const FOREIGN = 'šžðþýŠŽÐÞÝ';
const LOWER = 'àáâãäåæçèéêëìíîïñòóôõöøœùúûüÿßšžðþý';
const UPPER = 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜŸŠŽÐÞÝ';
const LETTER = `${LOWER}${UPPER}`;
const INNER_SIGNS = '’‘·–—\u00A0\u00AD';
const OUTER_SIGNS = '“”„‚«»‹›•…€£¥¢§©®™°ºª¹²³¼½¾µ×¡¿±';

/** Signs and rows of letters that no Western language has. They appear when a text is read in the wrong encoding. */
const NEVER = [
  // Boxes, mathematics, lone accents, and bytes without a character.
  `[^\\x00-\\x7F${LETTER}${INNER_SIGNS}${OUTER_SIGNS}]`,
  // A capital within a word, as in SŽcuritŽ; a small letter within capitals.
  `\\p{Ll}[${UPPER}]`,
  `\\p{L}[${UPPER}](?=\\p{Ll})`,
  `(?!ß)[${LOWER}]\\p{Lu}`,
  `\\p{Lu}{2}(?!ß)[${LOWER}]`,
  // Too many at once, as in Cyrillic or Greek.
  `[${LETTER}]{3}`,
  // A letter on its own that is no word, also beside digits.
  `(?<![\\p{L}\\p{N}’'.-])(?![àÀèÈéÉåÅ])[${LETTER}](?![\\p{L}\\p{N}’'.-])`,
  `\\d[${LETTER}](?!\\p{L})|(?<!\\p{L})[${LETTER}]\\d`,
  // A sign where it cannot stand.
  `\\p{L}[${OUTER_SIGNS}]\\p{L}`,
  '[\\p{L}\\d][‚„«‹¿¡]|\\p{L}[¼½¾µ]',
  '[‚„‹¿¡](?![\\p{L}\\p{N}"“«‘¡¿])',
  '(?<!».{0,200})«(?!.{0,200}»)|(?<!›.{0,200})‹(?!.{0,200}›)',
  '(?<![\\p{L}\\p{N}])…\\p{L}',
  '(?<![\\dnNM.])[ºª]',
  '[^\\P{L}nN]°',
  '[^\\P{L}mMO][¹²³]',
  `[£¥¢§©®°¹²³¼½¾µ×±][${LETTER}]`,
  // Spelling.
  '(?<!\\p{L})[ÿÏ]|(?<![aeiouyäöüAEIOUYÄÖÜ])ß|[œŒ](?![cdnstuCDNSTU])',
  'ñ(?![aeiouáéíóúü])|Ñ(?![AEIOUÁÉÍÓÚÜaeiou])',
  'ç(?=[b-df-hj-np-tv-z])|Ç(?=[B-DF-HJ-NP-TV-Z])',
  'õ(?!e)|Õ(?![Ee])|ã(?!o|e|i|s?(?!\\p{L}))|Ã(?!O|E|I|S?(?!\\p{L}))|ão(?![sz]|\\P{L}|$)|ÃO(?![SZ]|\\P{L}|$)',
  '[áÁ][aA]|[íÍ][iI]|[úÚ][uU]',
];
/** What only Windows-1252, by far the most common, may hold. */
const RARE = [
  `[${FOREIGN}µ¹³¼½¾¥¢×±·]`,
  '[ìòù]\\p{L}',
  'áo|[ao][öå]',
  '(?<!\\p{L})(?:[íÍ][fh-mp-sv-z]|È(?=\\p{L})(?!ve|re)|Ú(?=\\p{L})(?!b|lc|lt|ni|rs|ti))',
];
/** Of Windows, as in “l’outil” and “don’t”, read on a Mac. Spanish has “día” and “París”. */
const APOSTROPHE = [
  '(?<!\\p{L})(?![dlmtDLMT]í[oa]s?(?!\\p{L}))(?:[cdjlmnstCDJLMNST]|(?:jus|lors|puis|quel)?[Qq]u|[Aa]ujourd)í[aeiouyhâêéèàAEIOUYHÂÊÉÈÀ]',
  '(?<!Par|an|Sol)(?<=[^\\P{L}aeiou])í(?:s|t|re|ve|ll|d)(?!\\p{L})',
];

const RULES: Record<WesternEncoding, RegExp> = {
  'windows-1252': anyOf(NEVER),
  macintosh: anyOf([...NEVER, ...RARE, ...APOSTROPHE, '\\p{L}—\\p{L}']),
  cp850: anyOf([...NEVER, ...RARE]),
};
const FOREIGN_LETTER = anyOf([`[${FOREIGN}]`]);

/** Whether a text, read in this encoding, could be one that a person wrote in a Western language. */
export function isWritten(text: string, encoding: WesternEncoding): boolean {
  return !RULES[encoding].test(text.replace(FAR_FROM_LETTERS, endsOf));
}

const FAR_FROM_LETTERS = /\p{ASCII}{40,}/gu;
const FARTHEST = 16;

/** The rules say nothing of plain text, which makes most of a file. */
function endsOf(run: string): string {
  return `${run.slice(0, FARTHEST)} ${run.slice(-FARTHEST)}`;
}

/** Whether a text has letters that another encoding of the same bytes would read differently. */
export function isForeign(text: string): boolean {
  return FOREIGN_LETTER.test(text);
}

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'u');
}
