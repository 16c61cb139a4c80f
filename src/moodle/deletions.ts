import { z } from 'zod';
import { moodleFunction } from './functions';
import { type MoodleConnection, openTransport } from './transport';

const nothing = z.null();

export const DELETE_GROUPS = moodleFunction('core_group_delete_groups', nothing, { writes: true, namesRecord: true });
export const DELETE_ACCOUNTS = moodleFunction('core_user_delete_users', nothing, { writes: true });

/** Functions that seats never need; only the enrolment trial does. */
export interface Deletions {
  deleteGroup: (groupId: number) => Promise<void>;
  deleteAccount: (accountId: number) => Promise<void>;
}

export function connectDeletions(connection: MoodleConnection): Deletions {
  const call = openTransport(connection);
  return {
    async deleteGroup(groupId) {
      await call(DELETE_GROUPS, { groupids: [groupId] });
    },
    async deleteAccount(accountId) {
      await call(DELETE_ACCOUNTS, { userids: [accountId] });
    },
  };
}
