import { isParameterKey, type ParameterKey, type ParameterProblem } from './parameter-problem';
import { readMoment } from './parameter-time';
import { valueProblems } from './parameter-value';

/** One `key=value`, without the spaces around both. */
interface Pair {
  /** As it was typed. */
  name: string;
  key: string;
  /** Undefined without a `=`. */
  raw: string | undefined;
}

export function pairsOf(text: string): Pair[] {
  const parts = text.trim().replace(/^\?/, '').split('&');
  return parts.filter((part) => part.trim() !== '').map(toPair);
}

/** All problems in the order of the string, and an end before the start last. */
export function pairsProblems(pairs: readonly Pair[], timezone: string): ParameterProblem[] {
  const each = pairs.flatMap((pair, index) => [...pairProblems(pair, timezone), ...repeatProblems(pairs, index)]);
  return [...each, ...reversalProblems(pairs, timezone)];
}

function toPair(part: string): Pair {
  const sign = part.indexOf('=');
  const name = (sign < 0 ? part : part.slice(0, sign)).trim();
  return { name, key: name.toLowerCase(), raw: sign < 0 ? undefined : part.slice(sign + 1).trim() };
}

function pairProblems({ name, key, raw }: Pair, timezone: string): ParameterProblem[] {
  if (key === '') return [{ code: 'key.missing', details: { value: raw ?? '' } }];
  if (!isParameterKey(key)) return [{ code: 'key.unknown', details: { key: name } }];
  return valueProblems(key, raw, timezone).map((problem) => ({ ...problem, field: key }));
}

/** Once for each key, where it comes for the second time. */
function repeatProblems(pairs: readonly Pair[], index: number): ParameterProblem[] {
  const key = pairs[index]?.key ?? '';
  if (!isParameterKey(key)) return [];
  const before = pairs.slice(0, index).filter((pair) => pair.key === key);
  return before.length === 1 ? [{ code: 'key.repeated', field: key }] : [];
}

function reversalProblems(pairs: readonly Pair[], timezone: string): ParameterProblem[] {
  const [start, end] = [secondOf(pairs, 'starttime', timezone), secondOf(pairs, 'endtime', timezone)];
  if (start === undefined || end === undefined || end >= start) return [];
  const details = { start: readMoment(start, timezone).day, end: readMoment(end, timezone).day };
  return [{ code: 'endtime.reversed', field: 'endtime', details }];
}

/** Undefined unless there is one, and a good one. */
function secondOf(pairs: readonly Pair[], key: ParameterKey, timezone: string): number | undefined {
  const [first, ...others] = pairs.filter((pair) => pair.key === key);
  if (!first || others.length > 0 || valueProblems(key, first.raw, timezone).length > 0) return undefined;
  return Number(first.raw);
}
