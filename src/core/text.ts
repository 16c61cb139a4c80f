/** The form in which codes, short names and e-mail addresses are compared. */
export function foldKey(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** The form in which people's searches are compared: lower case, without accents, single spaces. */
export function searchKey(...texts: string[]): string {
  const folded = texts.join(' ').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded.replaceAll(/\s+/g, ' ').trim();
}

/** A name on one line: line breaks, tabs and control characters become single spaces. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Longer than any real name, and than Slack lets people type. */
export const MAX_NAME_LENGTH = 4_000;

/** A deliberately loose check: one @, no spaces, a dot in the domain. The mail server has the last word. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{Cc}@<>|,;"]+@[^\s\p{Cc}@<>|,;"]+\.[^\s\p{Cc}@<>|,;".]+$/u.test(text);
}
