import { matchingCourses } from '../domain/product-check';
import type { Matches } from '../domain/product-form';
import type { Restriction } from '../domain/restriction';
import { foldKey } from '../domain/text';
import { allCourses } from '../storage/courses';
import type { Database } from '../storage/database';

const SHOWN = 10;

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
