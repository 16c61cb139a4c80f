import type { Course } from './course';
import { foldKey } from './text';

/** Course short names or patterns (`%` any run of characters, `_` any one); empty means every open course. */
export type Restriction = readonly string[];

/** Trims, drops blanks and repeats; short names compare without regard to case. */
export function restriction(patterns: readonly string[]): Restriction {
  const unique = new Map(patterns.map((pattern) => [foldKey(pattern), pattern.trim()]));
  unique.delete('');
  return [...unique.values()];
}

/** Whether a seat sold under `patterns` is good for the course, open or not. */
export function allows(patterns: Restriction, course: Pick<Course, 'shortname'>): boolean {
  return patterns.length === 0 || patterns.some((pattern) => matches(pattern, course.shortname));
}

function matches(pattern: string, shortname: string): boolean {
  const source = foldKey(pattern)
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${source}$`, 'su').test(foldKey(shortname));
}
