import { isCourseId, type Restriction, restriction } from '../../core/restriction';
import { decode, encode } from './parameter-encoding';
import { pairsOf, pairsProblems } from './parameter-pairs';
import { PARAMETER_KEYS, type ParameterKey, type ParameterProblem } from './parameter-problem';
import { readMoment, writeMoment } from './parameter-time';
import type { Terms } from './product';

/**
 * The product settings in a parameter string. Undefined means not stated, because a string may also state a default.
 */
export type ProductParameters = { [Name in keyof Terms]?: Terms[Name] | undefined } & {
  packSize?: number | undefined;
  /** The exact Unix second, unless it is the first of the day. Ignored once the day has been changed. */
  startSecond?: number | undefined;
  endSecond?: number | undefined;
  /** Short name or id of a course in which coordinators are enrolled when seats are generated. */
  customerSupport?: string | undefined;
};

export type ReadParameters = ProductParameters & {
  /** Courses made of digits only: Moodle ids, which are no short names until people map them. */
  courseIds: Restriction;
};

type ParsedParameters = { value: ReadParameters } | { problems: readonly ParameterProblem[] };

/**
 * Parses a string of the Moodle shop, or returns everything wrong with it. Accepts spaces and line breaks around names,
 * values and courses, a leading `?`, stray `&`, and capitals in keys. Keeps both an end and a duration; the end wins,
 * as in the shop.
 */
export function parseParameters(text: string, timezone: string): ParsedParameters {
  const pairs = pairsOf(text);
  const problems = pairsProblems(pairs, timezone);
  if (problems.length > 0) return { problems };
  const raws = new Map(pairs.map(({ key, raw }) => [key, raw]));
  return { value: read((key) => raws.get(key), timezone) };
}

/**
 * Writes the canonical form: keys in order, values as the shop reads them wherever we read the same. Parsing and
 * writing preserve keys and exact seconds. Only an empty `courselist` is left out, because it means the same. Throws
 * RangeError for a short name with a comma.
 */
export function formatParameters(parameters: ProductParameters, timezone: string): string {
  const texts = write(parameters, timezone);
  return PARAMETER_KEYS.flatMap((key) => {
    const text = texts[key] ?? '';
    return text === '' ? [] : `${key}=${encode(String(text))}`;
  }).join('&');
}

function read(rawOf: (key: ParameterKey) => string | undefined, timezone: string): ReadParameters {
  const text = (key: ParameterKey) => mapped(rawOf(key), (raw) => decode(raw).trim());
  const number = (key: ParameterKey) => mapped(rawOf(key), Number);
  const courses = mapped(text('courselist') || undefined, (list) => restriction(list.split(',')));
  const start = mapped(number('starttime'), (second) => readMoment(second, timezone));
  const end = mapped(number('endtime'), (second) => readMoment(second, timezone));
  return {
    courses,
    courseIds: courses?.filter(isCourseId) ?? [],
    supervisorRole: text('supervisor'),
    role: text('role'),
    packSize: number('packsize'),
    startDate: start?.day,
    startSecond: start?.second,
    endDate: end?.day,
    endSecond: end?.second,
    durationDays: number('duration'),
    customerSupport: text('customersupport'),
  };
}

function write(from: ProductParameters, timezone: string): Record<ParameterKey, string | number | undefined> {
  if (from.courses?.some((course) => course.includes(','))) {
    throw new RangeError('A short name with a comma cannot be written: commas separate short names.');
  }
  return {
    courselist: from.courses?.join(','),
    supervisor: from.supervisorRole,
    role: from.role,
    packsize: from.packSize,
    starttime: mapped(from.startDate, (day) => writeMoment({ day, second: from.startSecond }, timezone)),
    endtime: mapped(from.endDate, (day) => writeMoment({ day, second: from.endSecond }, timezone)),
    duration: from.durationDays,
    customersupport: from.customerSupport,
  };
}

function mapped<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value);
}
