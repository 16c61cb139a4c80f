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

/**
 * Whether a seat sold under `patterns` is good for the course, open or not. An entry that is some course's short name, as
 * `isCourse` tells of folded ones, stands for that course alone: `EXCEL_1` is a pattern only while nothing is called so.
 * `storage/search.ts` says the same in SQL.
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
  return /[%_]/.test(pattern);
}

/** Whether it may be meant for courses yet to come; `_` alone is as often a letter of a name. */
export function isOpenEnded(pattern: string): boolean {
  return pattern.includes('%');
}

/** A parameter string holds none: there commas are between entries, encoded or not. */
export function hasComma(entry: string): boolean {
  return entry.includes(',');
}

/** A pattern that matches what the entry does, and perhaps more, without a comma. */
export function withoutComma(entry: string): string {
  return entry.replaceAll(',', '_');
}

/** Whether it is digits alone: the shop's manual asks for ids of courses, its code for short names. */
export function isCourseId(pattern: string): boolean {
  return /^[0-9]+$/.test(pattern.trim());
}

/** Tells of many short names, folded as keys are, whether they match: most don't, and that is found out fast. */
export function matcher(pattern: string): (foldedName: string) => boolean {
  const folded = foldKey(pattern);
  const pieces = folded.split(/[%_]/);
  const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one));
  return (foldedName) => foldedName.includes(longest) && matches(folded, foldedName);
}

/** As `LIKE` in SQL, in time that grows with both lengths and no faster: on a mismatch only the last `%` takes more. */
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
