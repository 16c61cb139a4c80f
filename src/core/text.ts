/** The comparison key for codes, short names and e-mail addresses. */
export function foldKey(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** The comparison key for searches: lower case, no accents, single spaces. */
export function searchKey(...texts: string[]): string {
  const folded = texts.join(' ').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded.replaceAll(/\s+/g, ' ').trim();
}

/** Collapses line breaks, tabs and control characters into single spaces. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Longer than any real name, and than Slack's own input limit. */
export const MAX_NAME_LENGTH = 4_000;

/** Deliberately loose: one @, no spaces, a dot in the domain. The mail server decides. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{Cc}@<>|,;"]+@[^\s\p{Cc}@<>|,;"]+\.[^\s\p{Cc}@<>|,;".]+$/u.test(text);
}
