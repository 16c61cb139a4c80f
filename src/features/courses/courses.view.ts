import type { Restriction } from '../../core/restriction';
import type { Translate } from '../../core/words';
import { truncate } from '../../slack/text';
import type { Matches } from './match-courses';

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

const MAX_NAME = 40;

/** Which open courses a restriction covers now, or a warning that there are none. */
export function matchesInWords({ count, names, isEvery }: Matches, t: Translate): string {
  if (count === 0) return t('matches.none');
  const courses = names.map((name) => truncate(name, MAX_NAME)).join(', ');
  const more = count - names.length;
  const heading = isEvery ? t('matches.every', { count }) : t('matches.some', { count });
  return `${heading} ${more > 0 ? t('courses.more', { courses, more }) : courses}`;
}
