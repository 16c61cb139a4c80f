/**
 * Characters that draw nothing, by their Unicode properties. Braille, Khitan, musical notation and hieroglyphs have
 * blanks of their own, and U+FFFC stands for a lost picture, which no property tells from the visible signs.
 */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u2800\uFFFC\u{16FE4}\u{1D159}\u{13441}\u{13442}]/gu;
/** Unlike `\s`, not the byte order mark, which draws nothing. */
const SPACES = /\p{White_Space}+/gu;

/** What a reader sees of the text: no invisible characters, and single spaces between words. */
export function visibleText(text: string): string {
  return text.replaceAll(SPACES, ' ').replaceAll(INVISIBLE, '').replaceAll(SPACES, ' ').trim();
}

/** Whether a reader sees anything. An accent without a letter does not count. */
export function hasVisible(text: string): boolean {
  return visibleText(text).replaceAll(/\p{M}/gu, '').trim() !== '';
}
