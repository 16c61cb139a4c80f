import { DELETE_GROUPS } from '../../../moodle/deletions';
import { hasFunction } from '../service-functions';
import { ensure, type Outcome, type Trial } from './trial';

/** Makes a group only where it can delete it again. */
export async function tryGroup(trial: Trial): Promise<Outcome> {
  const { moodle, deletions, course, site, groupName } = trial;
  if (!hasFunction(trial, DELETE_GROUPS))
    return { know: `No group was made, since ${DELETE_GROUPS.name} is not in the service to delete it again` };
  const { id } = await moodle.createGroup(course.id, groupName);
  const groups = await moodle.groups(course.id);
  ensure(
    groups.some((group) => group.id === id && group.name === groupName),
    `The group “${groupName}” is not listed after it was made`,
  );
  for (const change of [moodle.addToGroup, moodle.addToGroup, moodle.removeFromGroup])
    await change(id, [site.accountId]);
  await deletions.deleteGroup(id);
  return { ok: 'A group is made, joined, joined again, left and deleted' };
}
