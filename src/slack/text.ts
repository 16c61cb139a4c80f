const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFF]/;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Escapes what Slack's markup gives a meaning to, so that a name never mentions anybody nor becomes a link. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** At most `most` UTF-16 units, ending in an ellipsis when cut, never within a character. */
export function truncate(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A name within a sentence may not push the rest of it out of Slack's limits. */
const MAX_VALUE = 500;

/** How a value of ours or of somebody else's enters a sentence. */
export function interpolate(text: string): string {
  return isolate(truncate(text, MAX_VALUE));
}

/** Keeps right-to-left text, and tricks with direction marks, from turning the sentence around it. */
function isolate(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
