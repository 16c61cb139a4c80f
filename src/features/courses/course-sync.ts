import { type ClosedBecause, MAX_SHORTNAME_LENGTH } from '../../core/course';
import { foldKey, oneLine } from '../../core/text';
import type { MoodleFailureCode } from '../../moodle/moodle';
import type { FoundCourse } from './hidden-people';

/** The properties of a course that Moodle decides. */
export interface CourseTerms {
  shortname: string;
  /** Lookup key; undefined when another course took over the short name. */
  key: string | undefined;
  name: string;
  moodleId: number | undefined;
  closedBecause: ClosedBecause | undefined;
}

/** A course that only Moodle has so far. */
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
  /** Courses of Moodle whose short names cannot be used here. */
  leftOut: FoundCourse[];
}

/** Only a missing right of the service hides people from it, so nothing is wrong with the list of courses. */
function isOpenThere({ closedBecause, hiddenHere }: Pick<KnownCourse, 'closedBecause'> & { hiddenHere?: boolean }) {
  return (closedBecause === undefined || closedBecause === 'separate_groups') && !hiddenHere;
}

function isOpen({ closedBecause, hiddenHere }: KnownCourse): boolean {
  return closedBecause === undefined && !hiddenHere;
}

/**
 * Plans the changes that make our list equal to Moodle's. `found` is the complete list of Moodle; of courses newer than
 * `newest`, only those in it are judged.
 */
export function planSync(
  known: readonly KnownCourse[],
  found: readonly FoundCourse[],
  newest = Number.POSITIVE_INFINITY,
): SyncPlan {
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
  // A course that lacks the short name in Moodle gives it up to the one that has it.
  const keyLeft = ({ key }: KnownCourse) => (key !== undefined && owners.has(key) ? undefined : key);

  for (const course of found) {
    const terms = termsOf(course);
    const isOwner = owners.get(terms.key) === course;
    const before = linked.get(course.id) ?? (isOwner ? unlinked.get(terms.key) : undefined);
    if (isStillUnknown(course, before)) terms.closedBecause ??= 'separate_groups';
    if (!isOwner) plan.leftOut.push(course);
    if (isOwner && before) settle(before, terms);
    else if (isOwner) plan.created.push(terms);
    else if (before) settle(before, { key: keyLeft(before), closedBecause: 'unusable_name' });
  }
  for (const one of known) {
    if (!settled.has(one.id) && one.id <= newest) settle(one, { key: keyLeft(one), closedBecause: 'gone' });
  }
  return plan;
}

/**
 * Doubts a plan that closes every open course. The cause is rather a missing right, or another Moodle; the code says
 * what to check there. Accepts it for a list that never came from Moodle, when courses of Moodle are open.
 */
export function doubtOf(
  known: readonly KnownCourse[],
  found: readonly FoundCourse[],
  { created, changed }: SyncPlan,
): MoodleFailureCode | undefined {
  if (found.length === 0) return known.length > 0 ? 'moodle.blind' : undefined;
  if (found.every(({ visible }) => visible === undefined)) return 'moodle.course_access';
  const open = known.filter(isOpen);
  const after = new Map(changed.map((change) => [change.before.id, change.after]));
  if (open.length < 2 || open.some((one) => isOpenThere(after.get(one.id) ?? one))) return undefined;
  const wasMoodles = open.some(({ moodleId }) => moodleId !== undefined);
  const isAnyOpen = created.some(isOpenThere) || [...after.values()].some(isOpenThere);
  return wasMoodles || !isAnyOpen ? 'moodle.course_access' : undefined;
}

/** The course of Moodle that gets each short name: the one that has it here, else a known one, else the oldest. */
function ownersOf(
  found: readonly FoundCourse[],
  linked: ReadonlyMap<number, KnownCourse>,
): ReadonlyMap<string, FoundCourse> {
  const rank = (course: FoundCourse, key: string) => {
    const row = linked.get(course.id);
    if (row?.key === key) return 0;
    return row ? 1 : 2;
  };
  const owners = new Map<string, FoundCourse>();
  for (const course of found) {
    const { shortname, key } = termsOf(course);
    if (!isUsable(shortname)) continue;
    const other = owners.get(key);
    const order = other ? rank(course, key) - rank(other, key) || course.id - other.id : -1;
    if (order < 0) owners.set(key, course);
  }
  return owners;
}

/** When two had the same short name, the one that still has it. */
function unlinkedByKey(known: readonly KnownCourse[]): ReadonlyMap<string, KnownCourse> {
  const unlinked = new Map<string, KnownCourse>();
  for (const one of known) {
    const key = foldKey(one.shortname);
    if (one.moodleId === undefined && (one.key === key || !unlinked.has(key))) unlinked.set(key, one);
  }
  return unlinked;
}

function termsOf(course: FoundCourse): NewCourse {
  const { id, shortname, name } = course;
  const short = oneLine(shortname);
  const closedBecause = whyClosed(course);
  return { shortname: short, key: foldKey(short), name: oneLine(name) || short, moodleId: id, closedBecause };
}

function whyClosed({ visible, enrolsManually, hidesPeople }: FoundCourse): ClosedBecause | undefined {
  if (!visible) return 'hidden';
  if (!enrolsManually) return 'no_enrolment';
  return hidesPeople ? 'separate_groups' : undefined;
}

/** The course stays as it was until Moodle can be asked about its groups again. */
function isStillUnknown({ separatesGroups, hidesPeople }: FoundCourse, before: KnownCourse | undefined): boolean {
  return separatesGroups && hidesPeople === undefined && before?.closedBecause === 'separate_groups';
}

function isUsable(shortname: string): boolean {
  const key = foldKey(shortname);
  return key !== '' && shortname.length <= MAX_SHORTNAME_LENGTH && !key.includes('\\');
}

const TERMS = ['shortname', 'key', 'name', 'moodleId', 'closedBecause'] as const;

function isChanged(before: CourseTerms, after: CourseTerms): boolean {
  return TERMS.some((term) => before[term] !== after[term]);
}
