import type { CopyKey, Phrase } from '../../core/words';
import type { ParameterProblem, ParameterProblemCode } from './parameter-problem';
import type { Finding, FindingCode } from './product-finding';

const FINDINGS: Record<FindingCode, CopyKey> = {
  'course.unknown': 'finding.course_unknown',
  'course.comma': 'finding.course_comma',
  'course.numeric': 'finding.course_numeric',
  'course.no_match': 'finding.course_no_match',
  'course.hidden': 'finding.course_hidden',
  'courses.all_hidden': 'finding.courses_all_hidden',
  'courses.unrestricted': 'finding.courses_unrestricted',
  'role.missing': 'finding.role_missing',
  'supervisor_role.missing': 'finding.supervisor_role_missing',
  'role.unknown': 'finding.role_unknown',
  'supervisor_role.unknown': 'finding.supervisor_role_unknown',
  'pack_size.missing': 'finding.pack_size_missing',
  'start_date.invalid': 'finding.start_date_invalid',
  'end_date.invalid': 'finding.end_date_invalid',
  'end_date.reversed': 'finding.end_date_reversed',
  'end_date.past': 'finding.end_date_past',
  'duration.invalid': 'finding.duration_invalid',
};

const PROBLEMS: Record<ParameterProblemCode, CopyKey> = {
  'key.missing': 'parameters.key_missing',
  'key.unknown': 'parameters.key_unknown',
  'key.repeated': 'parameters.key_repeated',
  'value.missing': 'parameters.value_missing',
  'value.too_long': 'parameters.value_too_long',
  'value.character': 'parameters.value_character',
  'sign.bare': 'parameters.sign_bare',
  'encoding.invalid': 'parameters.encoding_invalid',
  'number.invalid': 'parameters.number_invalid',
  'number.range': 'parameters.number_range',
  'time.range': 'parameters.time_range',
  'course.blank': 'parameters.course_blank',
  'endtime.reversed': 'parameters.endtime_reversed',
};

/** A finding of the product check. */
export function findingPhrase({ code, details }: Finding): Phrase {
  return { key: FINDINGS[code], values: details };
}

/** A problem of a parameter string, and its place. */
export function problemPhrase({ code, field, details = {} }: ParameterProblem): Phrase {
  const problem = { key: PROBLEMS[code], values: details };
  if (field === undefined) return problem;
  if (details.position === undefined) return { key: 'parameters.about', values: { key: field, problem } };
  return { key: 'parameters.entry', values: { key: field, position: details.position, problem } };
}
