import { limit } from './batch';
import { MAX_MEMBERS, type Moodle } from './client';
import { ADD_MEMBERS, CREATE_GROUPS, DELETE_MEMBERS, GROUPS } from './functions';
import type { Call } from './transport';

export function connectGroups(call: Call): Pick<Moodle, 'groups' | 'createGroup' | 'addToGroup' | 'removeFromGroup'> {
  const change = (fn: typeof ADD_MEMBERS) => async (groupId: number, accountIds: readonly number[]) => {
    limit(accountIds, MAX_MEMBERS);
    const members = accountIds.map((userid) => ({ groupid: groupId, userid }));
    if (members.length > 0) await call(fn, { members });
  };
  return {
    groups: (courseId) => call(GROUPS, { courseid: courseId }),
    async createGroup(courseId, name) {
      // A description has to be there, though it may be empty.
      const [group] = await call(CREATE_GROUPS, { groups: [{ courseid: courseId, name, description: '' }] });
      return group;
    },
    addToGroup: change(ADD_MEMBERS),
    removeFromGroup: change(DELETE_MEMBERS),
  };
}
