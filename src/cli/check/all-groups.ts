import type { Moodle } from '../../moodle/client';
import { NOBODY } from '../../moodle/probe';

export const ALL_GROUPS = 'moodle/site:accessallgroups';

/**
 * Whether the service account sees every participant of a course with separate groups. Without groups, it asks about
 * one that cannot exist.
 */
export async function seesEverybody(moodle: Moodle, courseId: number): Promise<boolean> {
  const [group] = await moodle.groups(courseId);
  return moodle.seesAllGroups(courseId, group?.id ?? NOBODY);
}
