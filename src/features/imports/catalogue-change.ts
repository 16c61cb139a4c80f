import type { CatalogueChange } from './catalogue';

/** The change to one item, field by field. Without `before`, the item is new. */
export function compare(
  kind: CatalogueChange['kind'],
  key: string,
  before: object | undefined,
  after: object,
): CatalogueChange {
  const item = { kind, key, ...('name' in after && typeof after.name === 'string' && { name: after.name }) };
  if (!before) return { ...item, change: 'created', details: [] };
  const known = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([field, value]) => known.get(field) !== value);
  const details = changed.map(([field, value]) => `${field}: ${known.get(field) ?? 'none'} → ${value ?? 'none'}`);
  return { ...item, change: details.length > 0 ? 'updated' : 'unchanged', details };
}
