import type { Moodle } from '../../moodle/client';
import { NOBODY } from '../../moodle/probe';

export const ALL_GROUPS = 'moodle/site:accessallgroups';

/** Whether a course that keeps groups apart shows us everybody; asked of a group that it cannot have where it has none. */
export async function seesEverybody(moodle: Moodle, courseId: number): Promise<boolean> {
  const [group] = await moodle.groups(courseId);
  return moodle.seesAllGroups(courseId, group?.id ?? NOBODY);
}
