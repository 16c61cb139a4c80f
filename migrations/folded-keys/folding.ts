// The folding of codes, short names, addresses and searches as of this migration. It is a copy, so that the migration
// stays the same when a later version of the program folds otherwise.

/**
 * Characters that draw nothing, by their Unicode properties. Braille, Khitan, musical notation and hieroglyphs have
 * blanks of their own, and U+FFFC stands for a lost picture, which no property tells from the visible signs.
 */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u2800\uFFFC\u{16FE4}\u{1D159}\u{13441}\u{13442}]/gu;
/** Unlike `\s`, not the byte order mark, which draws nothing. */
const SPACES = /\p{White_Space}+/gu;

/** What a reader sees of the text: no invisible characters, and single spaces between words. */
function visibleText(text: string): string {
  return text.replaceAll(SPACES, ' ').replaceAll(INVISIBLE, '').replaceAll(SPACES, ' ').trim();
}

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

/** Letters that Unicode does not take apart into a letter and its accent, after what people type for them. */
const TYPED_FOR: Record<string, string> = {
  a: 'ⱥ',
  b: 'ƀɓƃ',
  c: 'ȼƈ',
  d: 'đðɖɗƌ',
  e: 'əǝɛɇ',
  f: 'ƒ',
  g: 'ɠǥɣ',
  h: 'ħⱨ',
  i: 'ıɨɩ',
  j: 'ȷɉ',
  k: 'ƙĸⱪ',
  l: 'łƚɫⱡ',
  n: 'ŋɲƞ',
  o: 'øɔɵ',
  p: 'ƥᵽ',
  q: 'ɋ',
  r: 'ɍɽ',
  s: 'ʂȿ',
  t: 'ŧƭʈⱦ',
  u: 'ʉʊ',
  v: 'ʋ',
  w: 'ⱳ',
  y: 'ƴɏ',
  z: 'ƶʐȥⱬ',
  ae: 'æ',
  oe: 'œ',
  ss: 'ß',
  th: 'þ',
  σ: 'ς',
  // Apostrophes and the dot of a Catalan double l, which many leave out.
  '': "'`\u2018\u2019\u201B\u02BB\u02BC\u02B9\u00B7",
};

const PLAIN = new Map(
  Object.entries(TYPED_FOR).flatMap(([typed, letters]) => [...letters].map((letter) => [letter, typed] as const)),
);
const LETTERS = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');

/** The lower-case text in the letters of a plain keyboard. */
function plainLetters(text: string): string {
  return text.replaceAll(LETTERS, (letter) => PLAIN.get(letter) ?? letter);
}

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

/** What is left around an address cut out of a sentence or a list. */
const EDGES = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>"'`,;\s]+|[\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>"'`,;:.\s]+$/gu;
/** `Jane Doe <jane.doe@example.com>` */
const NAMED = /^[^<>@]*<([^<>@]+@[^<>@]+)>$/;

/**
 * The comparison key for e-mail addresses, stored and mailed to. The domain is written as mail servers write it. A
 * control character, which nobody pastes by mistake, stays: that is no address.
 */
export function emailKey(text: string): string {
  if (/\p{Cc}/u.test(text.trim())) return text;
  const plain = plainText(text.normalize('NFKC'));
  const key = foldKey(NAMED.exec(plain)?.[1] ?? plain).replaceAll(EDGES, '');
  const [, local, domain] = /^([^@]+)@([^@]+)$/.exec(key) ?? [];
  return domain === undefined ? key : `${local}@${asciiDomain(domain)}`;
}

/** `exämple.fr` and `xn--exmple-cua.fr` are one domain. */
function asciiDomain(domain: string): string {
  if (/^[\x20-\x7e]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.\u3002-]+$/u.test(domain)) return domain;
  const address = `http://${domain}`;
  return URL.canParse(address) ? new URL(address).hostname : domain;
}
