import { isCourseId, type Restriction, restriction } from '../../core/restriction';
import { decode, encode } from './parameter-encoding';
import { pairsOf, pairsProblems } from './parameter-pairs';
import { PARAMETER_KEYS, type ParameterKey, type ParameterProblem } from './parameter-problem';
import { readMoment, writeMoment } from './parameter-time';
import type { Terms } from './product';

/** What a parameter string says of a product; undefined where it says nothing, for a default may also be said. */
export type ProductParameters = { [Name in keyof Terms]?: Terms[Name] | undefined } & {
  packSize?: number | undefined;
  /** The exact Unix second where it is not the first of the day; of no account once the day has been changed. */
  startSecond?: number | undefined;
  endSecond?: number | undefined;
  /** A course, by its short name or id, in which coordinators are enrolled when seats are generated. */
  customerSupport?: string | undefined;
};

export type ReadParameters = ProductParameters & {
  /** Those of the courses that are digits alone: ids in Moodle, so no short names until somebody maps them. */
  courseIds: Restriction;
};

type ParsedParameters = { value: ReadParameters } | { problems: readonly ParameterProblem[] };

/**
 * Reads a string of the Moodle shop, or tells everything that is wrong with it. Spaces and line breaks around names, values
 * and courses, a leading `?`, stray `&` and capitals in keys do no harm. An end and a duration are both kept: in the shop as
 * here the end wins.
 */
export function parseParameters(text: string, timezone: string): ParsedParameters {
  const pairs = pairsOf(text);
  const problems = pairsProblems(pairs, timezone);
  if (problems.length > 0) return { problems };
  const raws = new Map(pairs.map(({ key, raw }) => [key, raw]));
  return { value: read((key) => raws.get(key), timezone) };
}

/**
 * Writes parameters in their one canonical form: keys in their order, values as the shop reads them where we read the same.
 * Whatever was read comes back to the second and with the same keys, but for an empty `courselist`: it says what leaving it
 * out says, so no restriction is written as nothing.
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
