import type { Participant } from '../../moodle/moodle';
import type { CourseRun } from './course-run';
import { requireCourseVisibility } from './visibility';

export type Participants = ReadonlyMap<number, Participant>;

/** All participants of the course. Throws when an empty list may mean that Moodle hides them. */
export async function readParticipants(work: CourseRun): Promise<Participants> {
  const participants = await work.moodle.participants(work.moodleId);
  if (participants.length === 0) await requireCourseVisibility(work);
  return new Map(participants.map((one) => [one.accountId, one]));
}
