import { type ClosedBecause, MAX_SHORTNAME_LENGTH } from '../../core/course';
import { foldKey, oneLine } from '../../core/text';
import type { MoodleCourse, MoodleFailureCode } from '../../moodle/moodle';

/** What Moodle decides of a course. */
export interface CourseTerms {
  shortname: string;
  /** By which it is found; undefined for one that gave its short name up to another course. */
  key: string | undefined;
  name: string;
  moodleId: number | undefined;
  closedBecause: ClosedBecause | undefined;
}

/** One that only Moodle has so far. */
export type NewCourse = CourseTerms & { key: string; moodleId: number };

export interface KnownCourse extends CourseTerms {
  id: number;
  hiddenHere: boolean;
}

interface CourseChange {
  before: KnownCourse;
  after: KnownCourse;
}

export interface SyncPlan {
  created: NewCourse[];
  changed: CourseChange[];
  /** Those of Moodle whose short names are of no use here. */
  leftOut: MoodleCourse[];
}

function isOpen({ closedBecause, hiddenHere }: KnownCourse): boolean {
  return closedBecause === undefined && !hiddenHere;
}

/** What makes our list Moodle's: `found` is all that Moodle has. */
export function planSync(known: readonly KnownCourse[], found: readonly MoodleCourse[]): SyncPlan {
  const linked = new Map(known.flatMap((one) => (one.moodleId === undefined ? [] : [[one.moodleId, one]])));
  const owners = ownersOf(found, linked);
  const unlinked = unlinkedByKey(known);
  const plan: SyncPlan = { created: [], changed: [], leftOut: [] };
  const settled = new Set<number>();
  const settle = (before: KnownCourse, terms: Partial<CourseTerms>) => {
    settled.add(before.id);
    const after = { ...before, ...terms };
    if (isChanged(before, after)) plan.changed.push({ before, after });
  };
  // Whoever is not called so in Moodle gives way to whoever is.
  const keyLeft = ({ key }: KnownCourse) => (key !== undefined && owners.has(key) ? undefined : key);

  for (const course of found) {
    const terms = termsOf(course);
    const isOwner = owners.get(terms.key) === course;
    const before = linked.get(course.id) ?? (isOwner ? unlinked.get(terms.key) : undefined);
    if (!isOwner) plan.leftOut.push(course);
    if (isOwner && before) settle(before, terms);
    else if (isOwner) plan.created.push(terms);
    else if (before) settle(before, { key: keyLeft(before), closedBecause: 'unusable_name' });
  }
  for (const one of known) if (!settled.has(one.id)) settle(one, { key: keyLeft(one), closedBecause: 'gone' });
  return plan;
}

/**
 * A plan that would close all that is open tells of a right that was taken from us, or of another Moodle, rather than of its
 * courses: what should be looked at there. A list that was never Moodle's gives way to one that is.
 */
export function doubtOf(
  known: readonly KnownCourse[],
  found: readonly MoodleCourse[],
  { created, changed }: SyncPlan,
): MoodleFailureCode | undefined {
  if (found.length === 0) return known.length > 0 ? 'moodle.blind' : undefined;
  if (found.every(({ visible }) => visible === undefined)) return 'moodle.course_access';
  const open = known.filter(isOpen);
  const after = new Map(changed.map((change) => [change.before.id, change.after]));
  if (open.length < 2 || open.some((one) => isOpen(after.get(one.id) ?? one))) return undefined;
  const wasMoodles = open.some(({ moodleId }) => moodleId !== undefined);
  const isAnyOpen =
    created.some(({ closedBecause }) => closedBecause === undefined) || [...after.values()].some(isOpen);
  return wasMoodles || !isAnyOpen ? 'moodle.course_access' : undefined;
}

/** Which of Moodle's courses has a short name to itself: the one that has it here, else one we know, else the oldest. */
function ownersOf(
  found: readonly MoodleCourse[],
  linked: ReadonlyMap<number, KnownCourse>,
): ReadonlyMap<string, MoodleCourse> {
  const rank = (course: MoodleCourse, key: string) => {
    const row = linked.get(course.id);
    if (row?.key === key) return 0;
    return row ? 1 : 2;
  };
  const owners = new Map<string, MoodleCourse>();
  for (const course of found) {
    const { shortname, key } = termsOf(course);
    if (!isUsable(shortname)) continue;
    const other = owners.get(key);
    const order = other ? rank(course, key) - rank(other, key) || course.id - other.id : -1;
    if (order < 0) owners.set(key, course);
  }
  return owners;
}

/** Of two that were called the same, the one that still is. */
function unlinkedByKey(known: readonly KnownCourse[]): ReadonlyMap<string, KnownCourse> {
  const unlinked = new Map<string, KnownCourse>();
  for (const one of known) {
    const key = foldKey(one.shortname);
    if (one.moodleId === undefined && (one.key === key || !unlinked.has(key))) unlinked.set(key, one);
  }
  return unlinked;
}

function termsOf({ id, shortname, name, visible, enrolsManually }: MoodleCourse): NewCourse {
  const short = oneLine(shortname);
  const closedBecause = visible ? (enrolsManually ? undefined : 'no_enrolment') : 'hidden';
  return { shortname: short, key: foldKey(short), name: oneLine(name) || short, moodleId: id, closedBecause };
}

function isUsable(shortname: string): boolean {
  return shortname !== '' && shortname.length <= MAX_SHORTNAME_LENGTH && !shortname.includes('\\');
}

const TERMS = ['shortname', 'key', 'name', 'moodleId', 'closedBecause'] as const;

function isChanged(before: CourseTerms, after: CourseTerms): boolean {
  return TERMS.some((term) => before[term] !== after[term]);
}
