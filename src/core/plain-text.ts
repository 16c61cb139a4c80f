import { visibleText } from './visible';

const QUOTES = String.raw`\p{Pi}\p{Pf}\u201A\u201E"'\x60`;
const QUOTED = new RegExp(`^[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]$`, 'u');
const BRACKETED = [
  /^<([^<>]*)>$/,
  /^\(([^()]*)\)$/,
  /^\[([^[\]]*)\]$/,
  /^\{([^{}]*)\}$/,
  /^\p{Ps}([^\p{Ps}\p{Pe}]*)\p{Pe}$/u,
];
/** Slack takes what looks like an address of the web, or a number to call, for a link: `http://excel.io|excel.io`. */
const LINK = /^(?:https?|tel):[^|]*\|(.*)$/i;
const WRAPPERS = [LINK, QUOTED, ...BRACKETED];
/** Slack and mail programs write `mailto:someone@example.com|someone@example.com` and `mailto:…?subject=…`. */
const MAIL_LINK = /^mailto:\/{0,2}([^|?]*)/i;

/** A code, short name or address as somebody reads it: nothing invisible, and no quotes, brackets or link around it. */
export function plainText(text: string): string {
  const plain = visibleText(text);
  const inner = inside(plain);
  return inner === undefined || visibleText(inner) === '' ? plain : plainText(inner);
}

function inside(text: string): string | undefined {
  const [, address] = MAIL_LINK.exec(text) ?? [];
  if (address !== undefined) return decoded(address);
  return WRAPPERS.map((wrapper) => wrapper.exec(text)?.[1]).find((content) => content !== undefined);
}

/** A link writes `+` as `%2B`. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
