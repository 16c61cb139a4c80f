import type { Restriction } from '../../core/restriction';
import { foldKey } from '../../core/text';
import type { Database } from '../../database/database';
import { allCourses } from './courses.sql';
import { matchingCourses } from './matching-courses';

const SHOWN = 10;

/** Open courses that a restriction covers now. */
export interface Matches {
  count: number;
  /** The first of them by name. */
  names: readonly string[];
  /** Whether it is every open course. */
  isEvery: boolean;
}

/** The open courses that a restriction covers now. */
export async function matchesOf(db: Database, courses: Restriction): Promise<Matches> {
  const matching = matchingCourses(courses, await allCourses(db)).filter(({ open }) => open);
  const names = matching.slice(0, SHOWN).map(({ name }) => name);
  return { count: matching.length, names, isEvery: courses.length === 0 };
}

/** Tells whether a short name is that of an open course. */
export async function openOnes(db: Database): Promise<(shortname: string) => boolean> {
  const open = (await allCourses(db)).filter((course) => course.open);
  const names = new Set(open.map(({ shortname }) => foldKey(shortname)));
  return (shortname) => names.has(foldKey(shortname));
}
