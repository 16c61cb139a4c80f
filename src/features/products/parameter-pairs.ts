import { isParameterKey, type ParameterKey, type ParameterProblem } from './parameter-problem';
import { readMoment } from './parameter-time';
import { valueProblems } from './parameter-value';

/** One `key=value`, trimmed on both sides. */
interface Pair {
  /** As typed. */
  name: string;
  key: string;
  /** Undefined without a `=`. */
  raw: string | undefined;
}

export function pairsOf(text: string): Pair[] {
  const parts = text.trim().replace(/^\?/, '').split('&');
  return parts.filter((part) => part.trim() !== '').map(toPair);
}

/** All problems in the order of the string; an end before the start comes last. */
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

/** One problem per key, at its second occurrence. */
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

/** Undefined unless there is exactly one, and it is valid. */
function secondOf(pairs: readonly Pair[], key: ParameterKey, timezone: string): number | undefined {
  const [first, ...others] = pairs.filter((pair) => pair.key === key);
  if (!first || others.length > 0 || valueProblems(key, first.raw, timezone).length > 0) return undefined;
  return Number(first.raw);
}
