/** What a parameter string can say, in the order in which it is written. */
export const PARAMETER_KEYS = [
  'courselist',
  'supervisor',
  'role',
  'packsize',
  'starttime',
  'endtime',
  'duration',
  'customersupport',
] as const;
export type ParameterKey = (typeof PARAMETER_KEYS)[number];

/** Everything that can be wrong with a parameter string. */
export type ParameterProblemCode =
  /** `=10`. Details: value. */
  | 'key.missing'
  /** Details: key. */
  | 'key.unknown'
  /** The shop would take the last one. */
  | 'key.repeated'
  /** `packsize` or `packsize=`. */
  | 'value.missing'
  /** Details: most and, in a list, position. */
  | 'value.too_long'
  /** A control character, an invisible one or a backslash. Details: character and, in a list, position. */
  | 'value.character'
  /** A second `=`, or a `;`, which separates nothing here. Details: sign, and write: how to write it when it is meant. */
  | 'sign.bare'
  /** An escape that no encoder writes, so perhaps a pattern. Details: text. */
  | 'encoding.invalid'
  /** Not digits alone. Details: value. */
  | 'number.invalid'
  /** Details: value, least, most. */
  | 'number.range'
  /** Details: value; least and most, which are days. */
  | 'time.range'
  /** Details: position, from 1. */
  | 'course.blank'
  /** Details: start and end, which are days. */
  | 'endtime.reversed';

export interface ParameterProblem {
  code: ParameterProblemCode;
  /** The key it concerns; undefined when it is none that we know. */
  field?: ParameterKey;
  details?: Record<string, string | number>;
}

/** A problem of a value, before anybody asks whose value it is. */
export type ValueProblem = Omit<ParameterProblem, 'field'>;

export function isParameterKey(key: string): key is ParameterKey {
  return PARAMETER_KEYS.some((known) => known === key);
}
