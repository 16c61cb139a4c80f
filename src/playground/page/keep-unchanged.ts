/** The new value, reusing every part that equals the old one, so that unchanged messages do not render again. */
export function keepUnchanged<T>(before: T | undefined, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) return keepArray(before, after) as T;
  if (isRecord(before) && isRecord(after)) return keepRecord(before, after) as T;
  return after;
}

function keepArray(before: unknown[], after: unknown[]): unknown[] {
  const kept = after.map((item, index) => keepUnchanged(before[index], item));
  return before.length === after.length && kept.every((item, index) => item === before[index]) ? before : kept;
}

function keepRecord(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(after);
  const kept = Object.fromEntries(keys.map((key) => [key, keepUnchanged(before[key], after[key])]));
  const same =
    keys.length === Object.keys(before).length && keys.every((key) => key in before && kept[key] === before[key]);
  return same ? before : kept;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
