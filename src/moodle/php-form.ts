export type PhpValue = string | number | readonly PhpValue[] | { readonly [key: string]: PhpValue };

/** Encodes a form as PHP reads it: `{ users: [{ id: 5 }] }` becomes `users[0][id]=5`. Omits empty lists. */
export function phpForm(values: { readonly [key: string]: PhpValue }): URLSearchParams {
  const pairs = Object.entries(values).flatMap(([key, value]) => flatten(key, value));
  return new URLSearchParams(pairs);
}

function flatten(key: string, value: PhpValue): [string, string][] {
  if (typeof value !== 'object') return [[key, String(value)]];
  return Object.entries(value).flatMap(([inner, one]) => flatten(`${key}[${inner}]`, one));
}
