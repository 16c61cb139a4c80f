export type PhpArray = Map<string, PhpValue>;

export type PhpValue = string | PhpArray;

/** Reads a form as PHP does: `a[0][b]=c` is an array in an array, and what is beyond `most` is dropped without a word. */
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

/** As JSON would show it: an array whose keys count from 0 is a list. */
export function plainValue(value: PhpValue): unknown {
  if (typeof value === 'string') return value;
  const isList = [...value.keys()].every((key, index) => key === String(index));
  if (isList) return [...value.values()].map(plainValue);
  return Object.fromEntries([...value].map(([key, one]) => [key, plainValue(one)]));
}

function decode(text: string): string {
  // Byte by byte: whatever is not an escape stays as it is.
  const bytes = Buffer.from(text.replaceAll('+', ' '))
    .toString('latin1')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** `a[0][b]` is a, 0, b; PHP knows no dot and no space in a name. */
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
