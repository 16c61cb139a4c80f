/** The keys of a parameter string, in canonical order. */
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
  /** As in `=10`. Details: value. */
  | 'key.missing'
  /** Details: key. */
  | 'key.unknown'
  /** The shop would use the last one. */
  | 'key.repeated'
  /** As in `packsize` or `packsize=`. */
  | 'value.missing'
  /** Details: most and, in a list, position. */
  | 'value.too_long'
  /** A control character, an invisible one or a backslash. Details: character and, in a list, position. */
  | 'value.character'
  /** A second `=`, or a `;`, which separates nothing here. Details: sign, and write: its escape. */
  | 'sign.bare'
  /** An escape that no encoder writes, so it may be a pattern. Details: text. */
  | 'encoding.invalid'
  /** Not only digits. Details: value. */
  | 'number.invalid'
  /** Details: value, least, most. */
  | 'number.range'
  /** Details: value; and the days least and most. */
  | 'time.range'
  /** Details: position, from 1. */
  | 'course.blank'
  /** Details: the days start and end. */
  | 'endtime.reversed';

export interface ParameterProblem {
  code: ParameterProblemCode;
  /** The key that it concerns; undefined when the key is unknown. */
  field?: ParameterKey;
  details?: Record<string, string | number>;
}

/** A problem of a value, independent of its key. */
export type ValueProblem = Omit<ParameterProblem, 'field'>;

export function isParameterKey(key: string): key is ParameterKey {
  return PARAMETER_KEYS.some((known) => known === key);
}
