import { DAYS } from '../../core/time';
import { hasVisible } from '../../core/visible';
import { bareSigns, decode, encodingProblems } from './parameter-encoding';
import type { ParameterKey, ValueProblem } from './parameter-problem';
import { isTimely } from './parameter-time';

/** Limits of the import file, so that both ways in accept the same. */
export const MAX_PACK = 10_000;
export const MAX_DURATION = 36_500;
export const MAX_SHORTNAME_LENGTH = 150;
export const MAX_ROLE_LENGTH = 100;

/** Characters that no short name contains, and Moodle's escape character. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\uFEFF\\]/gu;

const RULES: Record<ParameterKey, (raw: string, timezone: string) => ValueProblem[]> = {
  courselist: (raw) => (isBlank(raw) ? [] : textProblems(raw, courseProblems)),
  supervisor: (raw) => textProblems(raw, (text) => nameProblems(text, MAX_ROLE_LENGTH)),
  role: (raw) => textProblems(raw, (text) => nameProblems(text, MAX_ROLE_LENGTH)),
  packsize: (raw) => numberProblems(raw, MAX_PACK),
  starttime: timeProblems,
  endtime: timeProblems,
  duration: (raw) => numberProblems(raw, MAX_DURATION),
  customersupport: (raw) => textProblems(raw, (text) => nameProblems(text, MAX_SHORTNAME_LENGTH)),
};

/**
 * Everything wrong with a trimmed raw value; undefined stands for a missing `=`. Only a list of courses may be empty,
 * which means every course in the shop.
 */
export function valueProblems(key: ParameterKey, raw: string | undefined, timezone: string): ValueProblem[] {
  if (raw === undefined || (raw === '' && key !== 'courselist')) return [{ code: 'value.missing' }];
  const signs = bareSigns(raw);
  return signs.length > 0 ? signs : RULES[key](raw, timezone);
}

function textProblems(raw: string, problemsOf: (text: string) => ValueProblem[]): ValueProblem[] {
  const encoding = encodingProblems(raw);
  if (encoding.length > 0) return encoding;
  const text = decode(raw).trim();
  const problems = problemsOf(text);
  return isMissing(text, problems) ? [{ code: 'value.missing' }] : problems;
}

function courseProblems(list: string): ValueProblem[] {
  return list.split(',').flatMap((entry, index): ValueProblem[] => {
    const [course, position] = [entry.trim(), index + 1];
    const problems = nameProblems(course, MAX_SHORTNAME_LENGTH);
    if (isMissing(course, problems)) return [{ code: 'course.blank', details: { position } }];
    return problems.map(({ code, details }) => ({ code, details: { ...details, position } }));
  });
}

/** A character that is not allowed is named, even when nobody sees it. */
function isMissing(text: string, problems: readonly ValueProblem[]): boolean {
  return problems.length === 0 && !hasVisible(text);
}

/** For a role or a short name. */
export function nameProblems(name: string, most: number): ValueProblem[] {
  const characters = new Set(name.match(UNFIT));
  const unfit = [...characters].map((character): ValueProblem => {
    return { code: 'value.character', details: { character: visible(character) } };
  });
  return name.length > most ? [...unfit, { code: 'value.too_long', details: { most } }] : unfit;
}

function visible(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return character === '\\' ? character : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

function numberProblems(raw: string, most: number): ValueProblem[] {
  if (!isWhole(raw)) return [{ code: 'number.invalid', details: { value: raw } }];
  const fits = Number(raw) >= 1 && Number(raw) <= most;
  return fits ? [] : [{ code: 'number.range', details: { value: raw, least: 1, most } }];
}

function timeProblems(raw: string, timezone: string): ValueProblem[] {
  if (!isWhole(raw)) return [{ code: 'number.invalid', details: { value: raw } }];
  const fits = isTimely(Number(raw), timezone);
  return fits ? [] : [{ code: 'time.range', details: { value: raw, ...DAYS } }];
}

/** Only spaces, encoded or not. */
function isBlank(raw: string): boolean {
  return encodingProblems(raw).length === 0 && decode(raw).trim() === '';
}

/** Only digits, without decoding: `+10` is not ten. */
function isWhole(raw: string): boolean {
  return /^[0-9]+$/.test(raw);
}
