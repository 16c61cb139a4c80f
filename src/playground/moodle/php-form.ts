export type PhpArray = Map<string, PhpValue>;

export type PhpValue = string | PhpArray;

/** Reads a form as PHP does: `a[0][b]=c` is a nested array, and variables beyond `most` are dropped silently. */
export function readPhpForm(form: string, most: number): PhpArray {
  const variables: PhpArray = new Map();
  const pairs = form.split('&').filter((pair) => pair !== '');
  for (const pair of pairs.slice(0, most)) {
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    put(variables, segmentsOf(name), at < 0 ? '' : decode(pair.slice(at + 1)));
  }
  return variables;
}

/** The value in JSON: an array whose keys count from 0 is a list. */
export function plainValue(value: PhpValue): unknown {
  if (typeof value === 'string') return value;
  const isList = [...value.keys()].every((key, index) => key === String(index));
  if (isList) return [...value.values()].map(plainValue);
  return Object.fromEntries([...value].map(([key, one]) => [key, plainValue(one)]));
}

function decode(text: string): string {
  // Decodes byte by byte, and leaves invalid escapes as they are.
  const bytes = Buffer.from(text.replaceAll('+', ' '))
    .toString('latin1')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** `a[0][b]` becomes a, 0, b. PHP replaces dots and spaces in a name. */
function segmentsOf(name: string): [string, ...string[]] {
  const open = name.indexOf('[');
  const base = (open < 0 ? name : name.slice(0, open)).replace(/[. ]/g, '_');
  const keys = open < 0 ? [] : [...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map((found) => found[1] ?? '');
  return [base, ...keys];
}

function put(into: PhpArray, [first, ...rest]: readonly string[], value: string): void {
  const key = first === undefined || first === '' ? String(into.size) : first;
  if (rest.length === 0) {
    into.set(key, value);
    return;
  }
  const present = into.get(key);
  const inner: PhpArray = present instanceof Map ? present : new Map();
  into.set(key, inner);
  put(inner, rest, value);
}
