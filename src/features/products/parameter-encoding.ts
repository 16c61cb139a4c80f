import type { ValueProblem } from './parameter-problem';

// The shop decodes nothing: it splits at “&” and “=” and takes the rest literally, so people write `EXCEL-%,RGPD`.
// Its manual nevertheless calls the string URL-encoded, and other programs encode it. These rules read both:
//
// - “%” and two hex digits are an escape: `EXCEL-%25` is EXCEL-%, `A%20B` is “A B”, `%2C` is a comma like any other.
// - “+” is a space, as in the strings that the shop stores with each seat; `%2B` is a plus.
// - “%” before anything else is itself: `EXCEL-%,RGPD`.
// - An escape that no encoder has reason to write is refused, because it may be a pattern: bytes that are not UTF-8
//   (`RE%ADY`), letters and digits (`EXCEL-%30`), control characters (`%10%`). `RE%25ADY` is unambiguous.
//
// An escape is decoded once: `%2525` is `%25`. Encoding leaves everything bare that we read as the shop does.

const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
const NEVER_ESCAPED = /[0-9a-z]|(?!\s)\p{Cc}/iu;
/** Characters that would be misread unescaped: these signs, and “%” before two hex digits. */
const UNREADABLE = /[&=;+]|%(?=[0-9a-f]{2})/gi;
/** These separate neither parameters nor courses, contrary to a common belief. */
const SEPARATORS = ['=', ';'];

/** Expects a value without encoding problems. */
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
