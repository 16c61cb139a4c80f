import type { Restriction } from '../../domain/restriction';
import type { Translate } from '../translate';

const SHOWN = 8;

/** A restriction in words, such as “courses EXCEL-…, GDPR and 3 more”: people need not know our patterns. */
export function coursesInWords(courses: Restriction, t: Translate): string {
  if (courses.length === 0) return t('courses.every');
  const shown = courses
    .slice(0, SHOWN)
    .map((pattern) => pattern.replaceAll('%', '…'))
    .join(', ');
  const more = courses.length - SHOWN;
  return t('courses.some', { courses: more > 0 ? t('courses.more', { courses: shown, more }) : shown });
}
