import type { NewEnrolment } from '../../moodle/moodle';
import type { MoodleFailure } from '../../moodle/moodle-failure';
import { secondsOf } from '../assignments/enrolment';
import type { CourseRun } from './course-run';
import type { CourseEnrolment } from './due-enrolments.sql';

export const ENROL = 'enrol_manual_enrol_users';

/** An enrolment with an account in Moodle. */
export type Ready = CourseEnrolment & { accountId: number };
/** `failures` collects failures that do not hold up other enrolments. */
export type Sending = CourseRun & { roleId: number; failures: MoodleFailure[] };

/** Moodle never received other dates, so an enrolment in the course has the current ones. */
export function hasFirstDates({ enrolledAt, revision, askedRevision = revision }: CourseEnrolment): boolean {
  return enrolledAt === undefined && askedRevision === revision;
}

/** This attempt sends the first request. */
export function isAskedNow({ askedAt }: CourseEnrolment): boolean {
  return askedAt === undefined;
}

export function byRole(people: readonly Ready[]): Map<string, Ready[]> {
  const groups = new Map<string, Ready[]>();
  for (const one of people) groups.set(one.role, [...(groups.get(one.role) ?? []), one]);
  return groups;
}

export function enrolmentOf({ moodleId, roleId }: Sending, { accountId, period, timezone }: Ready): NewEnrolment {
  return { courseId: moodleId, accountId, roleId, ...secondsOf(period, timezone) };
}
