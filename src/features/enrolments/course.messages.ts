import type { Course } from '../../core/course';
import type { Identity } from '../../core/identity';
import { toInstant } from '../../core/time';
import type { Moodle } from '../../moodle/client';
import { MoodleFailure } from '../../moodle/moodle-failure';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { queueAssignments } from '../assignments/assignment.messages';
import { getCourse } from '../courses/courses.sql';
import { isOutage, recover, reportOutage } from '../courses/report-outage';
import { compareEnrolled } from './compare-enrolled';
import { convergeStaff } from './converge-staff';
import type { CourseRun } from './course-run';
import { dueToEnrol, dueToRelease, enrolledIn } from './due-enrolments.sql';
import { enrolDue } from './enrol-due';
import { type Participants, readParticipants } from './participants';
import { releaseDue } from './release-due';
import { failEnrolments } from './settle-enrolments';
import { endRelease } from './settle-release';
import { requireCourseVisibility } from './visibility';

/** Syncs Moodle's participants of a course with our assignments. The subject is our id of the course. */
export const convergeCourse = defineMessage({ kind: 'moodle.course', destination: 'moodle', deliver: converge });

const MANY = 1_000;
const MAX_SHOWN = 50;

/**
 * Sync run for one course: reads the participants, releases seats, and enrols trainees and staff. Safe to crash
 * anywhere: every step looks before it acts, so the next run continues.
 */
async function converge(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, moodle } = context;
  if (!moodle) return { kind: 'later', why: 'moodle.off' };
  const course = await getCourse(db, Number(claimed.subject));
  // A new course: the list of Moodle's courses tells whether Moodle has it.
  if (course.moodleId === undefined && course.closedBecause !== 'gone') {
    return { kind: 'later', why: 'moodle.unreachable' };
  }
  if (course.moodleId === undefined) {
    await failAll(context, course.id);
    return { kind: 'nothing' };
  }
  const work = workOn(course.id, course.moodleId, moodle, claimed, context);
  const participants = await participantsOf(work, course).catch((error) => reportCourseOutage(claimed, context, error));
  if (participants)
    await workThrough(work, participants).catch((error) =>
      reportCourseOutage(claimed, context, work.doubts[0] ?? error),
    );
  else await failAll(context, course.id);
  await recover(claimed, context);
  return work.isSlackSilent ? { kind: 'later', why: 'Slack does not say who somebody is' } : { kind: 'nothing' };
}

function workOn(
  courseId: number,
  moodleId: number,
  moodle: Moodle,
  claimed: ClaimedMessage,
  context: MessageContext,
): CourseRun {
  const { db, now, roles, log } = context;
  const profileOf = (identity: Identity) =>
    context.profileOf(identity).catch((error: unknown) => {
      log.warn({ error }, 'Who is to join a course could not be asked of Slack');
      return 'silent' as const;
    });
  const { mayPost: mayBegin, attempts, maybeDone: isDoubted } = claimed;
  return {
    db,
    moodle,
    now,
    roles,
    profileOf,
    courseId,
    moodleId,
    mayBegin,
    attempts,
    isDoubted,
    doubts: [],
    isSlackSilent: false,
  };
}

/** Undefined when the course no longer exists. A course that is closed to us fails with another code. */
async function participantsOf(work: CourseRun, { closedBecause }: Course): Promise<Participants | undefined> {
  // The list may hold some of the people only, those who share a group with the service account.
  const isClear = closedBecause === 'separate_groups' ? requireCourseVisibility(work) : Promise.resolve();
  return isClear
    .then(() => readParticipants(work))
    .catch((error) => {
      if (error instanceof MoodleFailure && error.code === 'moodle.unknown_record') return undefined;
      throw error;
    });
}

/** A refusal in one step does not stop the next steps. Rethrows the first refusal at the end. */
async function workThrough(work: CourseRun, participants: Participants): Promise<void> {
  let [known, refused]: [Participants, MoodleFailure | undefined] = [participants, undefined];
  const steps = [
    () => compareEnrolled(work, known),
    async () => {
      known = await releaseDue(work, known);
    },
    () => enrolDue(work, known),
    () => convergeStaff(work),
  ];
  for (const step of steps) {
    await step().catch((error) => {
      if (!(error instanceof MoodleFailure) || error.kind === 'retry') throw error;
      refused ??= error;
    });
  }
  if (refused) throw refused;
}

/** The course is gone, and every enrolment with it: completes the releases and fails the other enrolments. */
async function failAll({ db, now }: MessageContext, courseId: number): Promise<void> {
  for (const find of [dueToRelease, dueToEnrol]) {
    for (let due = await find(db, courseId, MANY); due.length > 0; due = await find(db, courseId, MANY)) {
      if (find === dueToEnrol) await failEnrolments(db, due, 'course_gone', now());
      else for (const one of due) await endRelease(db, one, { remains: false }, now());
    }
  }
  await failEnrolments(db, await enrolledIn(db, courseId), 'course_gone', now());
}

/** Also refreshes the open views of waiting seats, which show the outage. Always rethrows. */
async function reportCourseOutage(claimed: ClaimedMessage, context: MessageContext, error: unknown): Promise<never> {
  if (isOutage(claimed, error)) {
    const { db, now } = context;
    const course = Number(claimed.subject);
    const waiting = await Promise.all([dueToRelease, dueToEnrol].map((due) => due(db, course, MAX_SHOWN)));
    const ids = waiting.flat().map(({ assignmentId }) => assignmentId);
    await db.transaction((tx) => queueAssignments(tx, ids, toInstant(now())));
  }
  return reportOutage(claimed, context, error);
}
