import type { ValueProblem } from './parameter-problem';

// The shop decodes nothing: it splits at “&” and “=” and takes the rest as it stands, so its people write `EXCEL-%,RGPD`.
// Its manual calls the string URL-encoded all the same, and other programs encode it. Both are read, by these rules:
//
// - “%” and two hex digits are an escape: `EXCEL-%25` is EXCEL-%, `A%20B` is “A B”, `%2C` is a comma like any other.
// - “+” is a space, as in the strings that the shop keeps with each seat; `%2B` is a plus.
// - “%” before anything else is itself: `EXCEL-%,RGPD`.
// - An escape that no encoder has reason to write is refused, since it may well be a pattern: bytes that are no UTF-8
//   (`RE%ADY`), letters and digits (`EXCEL-%30`), control characters (`%10%`). `RE%25ADY` is beyond doubt.
//
// An escape is decoded once: `%2525` is `%25`. Written back, everything stands bare that we would read as the shop does.

const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
const NEVER_ESCAPED = /[0-9a-z]|(?!\s)\p{Cc}/iu;
/** They would be read as something else when they stand bare: these signs, and “%” where an escape seems to begin. */
const UNREADABLE = /[&=;+]|%(?=[0-9a-f]{2})/gi;
/** Neither separates parameters nor courses, though some think so. */
const SEPARATORS = ['=', ';'];

/** Expects a value without problems of encoding. */
export function decode(raw: string): string {
  return raw.replaceAll('+', ' ').replaceAll(ESCAPES, (escapes) => decodeURIComponent(escapes));
}

export function encode(text: string): string {
  return text.replaceAll(UNREADABLE, encodeURIComponent);
}

export function bareSigns(raw: string): ValueProblem[] {
  const signs = SEPARATORS.filter((sign) => raw.includes(sign));
  return signs.map((sign) => ({ code: 'sign.bare', details: { sign, write: encodeURIComponent(sign) } }));
}

export function encodingProblems(raw: string): ValueProblem[] {
  const doubtful = [...raw.matchAll(ESCAPES)].map(([escapes]) => escapes).filter((escapes) => !isEncoded(escapes));
  return doubtful.map((text) => ({ code: 'encoding.invalid', details: { text } }));
}

function isEncoded(escapes: string): boolean {
  try {
    return !NEVER_ESCAPED.test(decodeURIComponent(escapes));
  } catch {
    return false;
  }
}
