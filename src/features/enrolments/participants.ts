import type { Participant } from '../../moodle/moodle';
import type { CourseRun } from './course-run';
import { requireCourseVisibility } from './visibility';

export type Participants = ReadonlyMap<number, Participant>;

/** Everybody in it; rejects where a list of nobody may only look so. */
export async function readParticipants(work: CourseRun): Promise<Participants> {
  const participants = await work.moodle.participants(work.moodleId);
  if (participants.length === 0) await requireCourseVisibility(work);
  return new Map(participants.map((one) => [one.accountId, one]));
}
