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

/** Whether it is digits alone: the shop's manual asks for ids of courses, its code for short names. */
export function isCourseId(pattern: string): boolean {
  return /^[0-9]+$/.test(pattern.trim());
}

/** As `LIKE` in SQL, in time that grows with both lengths and no faster: on a mismatch only the last `%` takes more. */
function matches(pattern: string, shortname: string): boolean {
  const signs = [...foldKey(pattern)];
  const letters = [...foldKey(shortname)];
  let [sign, letter] = [0, 0];
  let lastRun: { sign: number; letter: number } | undefined;
  while (letter < letters.length) {
    if (signs[sign] === '%') {
      lastRun = { sign, letter };
      sign += 1;
    } else if (signs[sign] === '_' || signs[sign] === letters[letter]) {
      sign += 1;
      letter += 1;
    } else if (lastRun) {
      lastRun.letter += 1;
      [sign, letter] = [lastRun.sign + 1, lastRun.letter];
    } else {
      return false;
    }
  }
  return signs.slice(sign).every((rest) => rest === '%');
}
