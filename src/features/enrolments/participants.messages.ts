import type { Participant } from '../../moodle/moodle';
import type { CourseAtWork } from './course-at-work.messages';
import { demandSightOfCourse } from './sight.messages';

export type Participants = ReadonlyMap<number, Participant>;

/** All participants of the course. Throws when an empty list may mean that Moodle hides them. */
export async function readParticipants(work: CourseAtWork): Promise<Participants> {
  const participants = await work.moodle.participants(work.moodleId);
  if (participants.length === 0) await demandSightOfCourse(work);
  return new Map(participants.map((one) => [one.accountId, one]));
}
