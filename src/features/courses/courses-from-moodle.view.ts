import type { ClosedBecause, Course } from '../../core/course';
import { type Instant, type Now, parseInstant } from '../../core/time';
import type { CopyKey, Translate } from '../../core/words';
import { isOutdated } from './outdated';

/** The state of the list of courses from Moodle. */
export interface MoodleList {
  now: Now;
  /** Name of the modal, to replace it when Moodle has answered. */
  shownAs?: string;
  /** `asked`: the request is on its way. `failed`: Moodle gave no list just now. */
  state?: 'asked' | 'taken_over' | 'failed';
}

/** The age of Moodle's list, and the state of a request for a new one. */
export function ageInWords(syncedAt: Instant | undefined, { now, state }: MoodleList, t: Translate): string {
  if (state === 'asked') return t('course_list.asked');
  const age = takenOverInWords(syncedAt, now, t);
  return state === 'failed' ? `${t('course_list.not_given')} ${age}` : age;
}

function takenOverInWords(syncedAt: Instant | undefined, now: Now, t: Translate): string {
  if (syncedAt === undefined) return t('course_list.never_given');
  const ago = agoInWords(parseInstant(syncedAt), now, t);
  if (isOutdated(syncedAt, now)) return t('course_list.outdated', { ago, at: syncedAt });
  return t('course_list.from_moodle', { ago });
}

function agoInWords(moment: Now, now: Now, t: Translate): string {
  const minutes = Math.floor(now.diff(moment).as('minutes'));
  if (minutes < 1) return t('ago.now');
  if (minutes < 60) return t('ago.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t('ago.hours', { count: hours }) : t('ago.days', { count: Math.floor(hours / 24) });
}

const REASONS: Record<ClosedBecause, CopyKey> = {
  hidden: 'course_list.hidden_there',
  gone: 'course_list.gone_there',
  no_enrolment: 'course_list.no_enrolment_there',
  unusable_name: 'course_list.unusable_name_there',
  separate_groups: 'course_list.separate_groups_there',
};

/** Why Moodle closes the course, and what opens it; undefined when Moodle does not close it. */
export function reasonInWords({ closedBecause, moodleId }: Course, t: Translate): string | undefined {
  if (closedBecause === 'gone' && moodleId === undefined) return t('course_list.never_there');
  return closedBecause && t(REASONS[closedBecause]);
}
