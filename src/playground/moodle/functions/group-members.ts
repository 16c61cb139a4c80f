import { needAccount } from '../context';
import { moodleFunction } from '../function';
import type { MoodleSite } from '../moodle-site';
import { int, list, record } from '../parameters';
import type { Group } from '../records';
import { invalidParameter, missingRecord } from '../refusal';
import { manageGroups, needGroup } from './groups';

const params = record({ members: list(record({ groupid: int, userid: int })) });

type Member = ReturnType<typeof params>['members'][number];

/** Members must be enrolled, even if the enrolment has ended. Idempotent. */
export const addGroupMembers = moodleFunction(params, (site, { members }) => {
  for (const member of members) {
    const { courseId } = check(site, member);
    if (!site.isEnrolled(member.userid, courseId))
      throw invalidParameter('Only enrolled users may be members of groups');
  }
  for (const { groupid, userid } of members) {
    const group = needGroup(site, groupid);
    if (!group.members.includes(userid)) group.members.push(userid);
  }
  return null;
});

export const deleteGroupMembers = moodleFunction(params, (site, { members }) => {
  for (const member of members) check(site, member);
  for (const { groupid, userid } of members) {
    const group = needGroup(site, groupid);
    group.members = group.members.filter((id) => id !== userid);
  }
  return null;
});

function check(site: MoodleSite, { groupid, userid }: Member): Group {
  const group = needGroup(site, groupid);
  if (needAccount(site, userid).deleted) throw missingRecord('user');
  manageGroups(site, group.courseId);
  return group;
}
