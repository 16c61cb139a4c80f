import type { Course } from '../../core/course';
import {
  hasComma,
  hasWildcard,
  isCourseId,
  isOpenEnded,
  matcher,
  type Restriction,
  withoutComma,
} from '../../core/restriction';
import { foldKey } from '../../core/text';
import type { Day } from '../../core/time';
import type { ProductParameters } from './parameter-string';
import { DEFAULTS, type Defaulted, NO_SUPERVISOR, type ProductTerms } from './product';
import { dateFindings } from './product-check-dates';
import type { Finding } from './product-finding';

export type CheckedCourse = Pick<Course, 'shortname' | 'open'>;

/** The data that products are checked against. */
export interface Known {
  courses: readonly CheckedCourse[];
  /** Short names of the roles; undefined skips the check of roles. */
  roles: readonly string[] | undefined;
  /** Today. */
  day: Day;
}

/** How many courses an entry of a restriction covers, and how many of these are open. */
interface Tally {
  pattern: string;
  courses: number;
  open: number;
  /** Whether the entry is a short name, even with `%` or `_`. */
  isName: boolean;
}

/** All findings about one product, sold today. */
export function checkProduct(product: ProductParameters, known: Known): Finding[] {
  return productCheck(known)(product);
}

/** Bulk version: prepares the data once for many products. */
export function productCheck(known: Known): (product: ProductParameters) => Finding[] {
  const tally = tallier(known.courses);
  const roles = known.roles && new Set(known.roles);
  return (product) => [
    ...courseFindings(product.courses ?? [], tally),
    ...roleFindings(product, roles),
    ...packSizeFindings(product),
    ...dateFindings(product, known.day),
  ];
}

/** The product's settings, without those left to their default. */
export function statedBy(product: ProductTerms): ProductParameters {
  const { packSize, role, supervisorRole, leftOut, code, name, description, assignWithinDays, ...rest } = product;
  const isStated = (term: Defaulted) => !leftOut.includes(term);
  return {
    ...rest,
    packSize: isStated('packSize') ? packSize : undefined,
    role: isStated('role') ? role : undefined,
    supervisorRole: isStated('supervisorRole') ? supervisorRole : undefined,
  };
}

function courseFindings(patterns: Restriction, tally: (pattern: string) => Tally): Finding[] {
  const tallies = patterns.length === 0 ? [tally('%')] : patterns.map(tally);
  const unrestricted: Finding = { level: 'warning', code: 'courses.unrestricted', details: {} };
  const findings = patterns.length === 0 ? [unrestricted] : tallies.flatMap(entryFindings);
  const isOpen = tallies.some(({ open }) => open > 0);
  const isThere = tallies.some(({ courses }) => courses > 0);
  return isThere && !isOpen ? [...findings, { level: 'warning', code: 'courses.all_hidden', details: {} }] : findings;
}

function entryFindings({ pattern, courses, open, isName }: Tally): Finding[] {
  const details = { course: pattern };
  const findings: Finding[] = hasComma(pattern)
    ? [{ level: 'warning', code: 'course.comma', details: { ...details, pattern: withoutComma(pattern) } }]
    : [];
  if (courses === 0) return [...findings, missingFinding(pattern)];
  return open > 0 || !isName ? findings : [...findings, { level: 'warning', code: 'course.hidden', details }];
}

function missingFinding(pattern: string): Finding {
  const details = { course: pattern };
  if (isOpenEnded(pattern)) return { level: 'warning', code: 'course.no_match', details };
  return { level: 'error', code: isCourseId(pattern) ? 'course.numeric' : 'course.unknown', details };
}

function roleFindings(product: ProductParameters, roles: ReadonlySet<string> | undefined): Finding[] {
  return (['role', 'supervisorRole'] as const).flatMap((name): Finding[] => {
    const code = name === 'role' ? 'role' : 'supervisor_role';
    const role = product[name] ?? DEFAULTS[name];
    const isNone = name === 'supervisorRole' && role === NO_SUPERVISOR;
    const isKnown = isNone || roles === undefined || roles.has(role);
    const missing: Finding = { level: 'warning', code: `${code}.missing`, details: { role } };
    const unknown: Finding = { level: 'error', code: `${code}.unknown`, details: { role } };
    return [...(product[name] === undefined ? [missing] : []), ...(isKnown ? [] : [unknown])];
  });
}

function packSizeFindings({ packSize }: ProductParameters): Finding[] {
  const details = { seats: DEFAULTS.packSize };
  return packSize === undefined ? [{ level: 'warning', code: 'pack_size.missing', details }] : [];
}

/** Caches answers, folds each short name once, and finds exact names without a search. */
function tallier(courses: readonly CheckedCourse[]): (pattern: string) => Tally {
  const folded = courses.map(({ shortname, open }) => ({ name: foldKey(shortname), open }));
  const named = new Map<string, { open: boolean }[]>();
  for (const course of folded) named.set(course.name, [...(named.get(course.name) ?? []), course]);
  const tallies = new Map<string, Tally>();
  return (pattern) => {
    const isMatch = matcher(pattern);
    const find = () => (hasWildcard(pattern) ? folded.filter(({ name }) => isMatch(name)) : []);
    const own = named.get(foldKey(pattern));
    const tally = tallies.get(pattern) ?? { ...count(pattern, own ?? find()), isName: own !== undefined };
    tallies.set(pattern, tally);
    return tally;
  };
}

function count(pattern: string, found: readonly { open: boolean }[]): Omit<Tally, 'isName'> {
  return { pattern, courses: found.length, open: found.filter(({ open }) => open).length };
}
