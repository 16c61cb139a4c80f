import { plainLetters } from './letters';
import { plainText } from './plain-text';
import { hasVisible, visibleText } from './visible';

/** Hyphens, dashes and minus signs, which look alike. */
const DASHES = /[\u02D7\u05BE\u1806\u2010-\u2015\u2043\u2212\u2796]/g;
/** Apostrophes, which word processors turn into quotation marks. */
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC]/g;

/**
 * The comparison key for codes and short names: two that look the same have the same key. `emailKey` is that of an
 * address.
 */
export function foldKey(text: string): string {
  const folded = plainText(text.normalize('NFKC')).toLowerCase();
  return plainText(folded.replaceAll(DASHES, '-').replaceAll(APOSTROPHES, "'").normalize('NFKC'));
}

/** The comparison key for searches: lower case, letters of the alphabet without accents, single spaces. */
export function searchKey(...texts: string[]): string {
  const letters = visibleText(texts.join(' ').normalize('NFKD')).replaceAll(/\p{M}/gu, '').toLowerCase();
  return visibleText(plainLetters(letters).replaceAll(DASHES, '-'));
}

/** The words of a search. A row matches whose search key contains all of them. */
export function searchWords(search: string): string[] {
  return searchKey(search).split(' ').filter(Boolean);
}

/** Collapses line breaks, tabs and control characters into single spaces. Empty when nothing could be read in it. */
export function oneLine(text: string): string {
  return hasVisible(text) ? text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim() : '';
}

/** Longer than any real name, and than Slack's own input limit. */
export const MAX_NAME_LENGTH = 4_000;
