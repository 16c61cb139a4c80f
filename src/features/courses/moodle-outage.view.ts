import type { CopyKey, Translate } from '../../core/words';
import type { MoodleFailureCode } from '../../moodle/moodle';
import type { CourseOutage, MoodleOutage } from './moodle-outage';

/** The banner for work that waits for Moodle. Administrators also see the remedy. */
export function outageInWords(
  { code, since, isOfCourse }: MoodleOutage,
  { isAdmin }: { isAdmin: boolean },
  t: Translate,
): string {
  const cause = CAUSES[code];
  const everywhere = t(cause.isPassing ? 'moodle.away' : 'moodle.refuses', { since });
  const what = isOfCourse
    ? t(cause.isPassing ? 'moodle.course_unsure' : 'moodle.course_refused', { since })
    : everywhere;
  return isAdmin ? `${what} ${t(cause.remedy)}` : what;
}

/** Names the course that waits, with the remedy for administrators. */
export function courseOutageInWords({ course, code, since }: CourseOutage, t: Translate): string {
  return `${t('moodle.course_waits', { course, since })} ${t(CAUSES[code].remedy)}`;
}

/** What administrators can do about the failure. */
export function remedyInWords(code: MoodleFailureCode, t: Translate): string {
  return t(CAUSES[code].remedy);
}

const passing = (remedy: CopyKey) => ({ isPassing: true, remedy });
const lasting = (remedy: CopyKey) => ({ isPassing: false, remedy });

const CAUSES: Record<MoodleFailureCode, { isPassing: boolean; remedy: CopyKey }> = {
  'moodle.unreachable': passing('remedy.moodle.unreachable'),
  'moodle.address': lasting('remedy.moodle.address'),
  'moodle.certificate': lasting('remedy.moodle.certificate'),
  'moodle.maintenance': passing('remedy.moodle.maintenance'),
  'moodle.database': passing('remedy.moodle.database'),
  'moodle.unreadable': passing('remedy.moodle.unreadable'),
  'moodle.uncertain': passing('remedy.moodle.uncertain'),
  'moodle.mail': lasting('remedy.moodle.mail'),
  'moodle.services_off': lasting('remedy.moodle.services_off'),
  'moodle.token': lasting('remedy.moodle.token'),
  'moodle.access': lasting('remedy.moodle.access'),
  'moodle.account': lasting('remedy.moodle.account'),
  'moodle.password': lasting('remedy.moodle.password'),
  'moodle.policy': lasting('remedy.moodle.policy'),
  'moodle.permission': lasting('remedy.moodle.permission'),
  'moodle.course_access': lasting('remedy.moodle.course_access'),
  'moodle.role': lasting('remedy.moodle.role'),
  'moodle.blind': lasting('remedy.moodle.blind'),
  'moodle.groups': lasting('remedy.moodle.groups'),
  'moodle.no_manual_enrolment': lasting('remedy.moodle.refused'),
  'moodle.unknown_user': lasting('remedy.moodle.refused'),
  'moodle.unknown_record': lasting('remedy.moodle.refused'),
  'moodle.refused': lasting('remedy.moodle.refused'),
};
