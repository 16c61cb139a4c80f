import type { Course } from './course';
import { foldKey } from './text';

/** Course short names or patterns (`%` any run of characters, `_` any one); empty means every open course. */
export type Restriction = readonly string[];

/** Trims entries, and drops repeats and those without anything visible. Their text stays as it is in the shop. */
export function restriction(patterns: readonly string[]): Restriction {
  const unique = new Map(patterns.map((pattern) => [foldKey(pattern), pattern.trim()]));
  unique.delete('');
  return [...unique.values()];
}

/**
 * Whether a seat sold under `patterns` allows the course, open or not. An entry that is a course's short name,
 * according to `isCourse` for folded names, covers that course only: `EXCEL_1` is a pattern only while no course has
 * this name. `database/search.ts` implements the same rule in SQL.
 */
export function allows(
  patterns: Restriction,
  course: Pick<Course, 'shortname'>,
  isCourse: (foldedName: string) => boolean = () => false,
): boolean {
  const name = foldKey(course.shortname);
  const covers = (entry: string) => entry === name || (!isCourse(entry) && matches(entry, name));
  return patterns.length === 0 || patterns.some((pattern) => covers(foldKey(pattern)));
}

export function hasWildcard(pattern: string): boolean {
  return /[%_]/.test(foldKey(pattern));
}

/** Whether the entry may cover future courses; a lone `_` is often part of a name. */
export function isOpenEnded(pattern: string): boolean {
  return foldKey(pattern).includes('%');
}

/** A parameter string cannot contain such an entry: there, commas separate entries, encoded or not. */
export function hasComma(entry: string): boolean {
  return entry.includes(',');
}

/** A pattern without commas that matches everything the entry matches, and perhaps more. */
export function withoutComma(entry: string): string {
  return entry.replaceAll(',', '_');
}

/** Digits only. The shop's manual asks for course ids, its code for short names. */
export function isCourseId(pattern: string): boolean {
  return /^[0-9]+$/.test(pattern.trim());
}

/** Prepares the pattern for many folded short names; most do not match, which is found out fast. */
export function matcher(pattern: string): (foldedName: string) => boolean {
  const folded = foldKey(pattern);
  const pieces = folded.split(/[%_]/);
  const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one));
  return (foldedName) => foldedName.includes(longest) && matches(folded, foldedName);
}

/**
 * Works like `LIKE` in SQL, in time proportional to the product of both lengths: on a mismatch, only the last `%` takes
 * more.
 */
function matches(pattern: string, shortname: string): boolean {
  const signs = [...pattern];
  const letters = [...shortname];
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
