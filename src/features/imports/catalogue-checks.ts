import { foldKey } from '../../core/text';

/** An error at a place in the file. */
export interface Problem {
  path: PropertyKey[];
  message: string;
}

/**
 * Errors across fields: repeated codes and contradicting dates. Reads the raw file, so that it finds them even when
 * other fields are wrong.
 */
export function crossChecks(file: unknown): Problem[] {
  return [
    ...repeats(file, 'courses', 'shortname'),
    ...repeats(file, 'products', 'code'),
    ...repeats(file, 'customers', 'code'),
    ...itemsOf(file, 'products').flatMap((product, index) => contradictions(product, ['products', index])),
  ];
}

function repeats(file: unknown, section: string, key: string): Problem[] {
  const seen = new Map<string, number>();
  return itemsOf(file, section).flatMap((item, index) => {
    const value = item[key];
    if (typeof value !== 'string') return [];
    const first = seen.get(foldKey(value));
    if (first === undefined) seen.set(foldKey(value), index);
    const message = `${value} is already used by ${section}[${(first ?? 0) + 1}]`;
    return first === undefined ? [] : [{ path: [section, index, key], message }];
  });
}

function contradictions(product: Record<string, unknown>, path: PropertyKey[]): Problem[] {
  const { start_date: start, end_date: end, duration_days: duration } = product;
  const problems: Problem[] = [];
  if (end !== undefined && duration !== undefined) {
    problems.push({ path: [...path, 'duration_days'], message: 'and end_date say the same in two ways; keep one' });
  }
  if (typeof start === 'string' && typeof end === 'string' && end < start) {
    problems.push({ path: [...path, 'end_date'], message: 'is before start_date' });
  }
  return problems;
}

function itemsOf(file: unknown, section: string): Record<string, unknown>[] {
  const items = isRecord(file) ? file[section] : undefined;
  return Array.isArray(items) ? items.map((item) => (isRecord(item) ? item : {})) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
