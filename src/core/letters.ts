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
export function plainLetters(text: string): string {
  return text.replaceAll(LETTERS, (letter) => PLAIN.get(letter) ?? letter);
}
