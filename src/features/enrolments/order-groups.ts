import { orderReference } from '../../core/reference';
import { chunks } from '../../database/chunks';
import { MAX_MEMBERS } from '../../moodle/client';
import { MoodleFailure } from '../../moodle/moodle-failure';
import { allOf, type CourseRun, requireTime } from './course-run';
import { findGroup, forgetGroup, saveGroup } from './moodle-groups.sql';

interface Member {
  orderId: number;
  accountId: number;
}

/** Adds each account to the group of its order, and creates missing groups. Idempotent. */
export async function joinGroups(work: CourseRun, members: readonly Member[]): Promise<void> {
  for (const orderId of new Set(members.map((member) => member.orderId))) {
    const accounts = members.filter((member) => member.orderId === orderId).map(({ accountId }) => accountId);
    await join(work, orderId, accounts);
  }
}

/** Does nothing when the order has no group. */
export async function leaveGroup(work: CourseRun, { orderId, accountId }: Member): Promise<void> {
  const { db, courseId, moodle } = work;
  const group = await findGroup(db, courseId, orderId);
  if (group === undefined) return;
  await moodle.removeFromGroup(group, [accountId]).catch((error) => {
    // The group was deleted in Moodle, and its memberships with it.
    if (!isGone(error)) throw error;
    return forgetGroup(db, courseId, orderId);
  });
}

function isGone(error: unknown): boolean {
  return error instanceof MoodleFailure && error.code === 'moodle.unknown_record';
}

async function join(work: CourseRun, orderId: number, accounts: readonly number[]): Promise<void> {
  const { db, courseId, moodle } = work;
  requireTime(work, 'core_group_add_group_members');
  const known = await findGroup(db, courseId, orderId);
  const group = await groupOf(work, orderId);
  try {
    await allOf(chunks(accounts, MAX_MEMBERS).map((some) => moodle.addToGroup(group, some)));
  } catch (error) {
    if (known === undefined || !isGone(error)) throw error;
    // The group was deleted in Moodle.
    await forgetGroup(db, courseId, orderId);
    await join(work, orderId, accounts);
  }
}

/** The order's group in the course; creates a missing one. */
export async function groupOf(work: CourseRun, orderId: number): Promise<number> {
  return (await findGroup(work.db, work.courseId, orderId)) ?? (await makeGroup(work, orderId));
}

/** Reuses a group of that name: an earlier process may have died between creating it and storing its id. */
async function makeGroup(work: CourseRun, orderId: number): Promise<number> {
  const { db, courseId, moodleId, moodle } = work;
  const name = orderReference(orderId);
  const find = async () => (await moodle.groups(moodleId)).find((group) => group.name === name);
  const group =
    (await find()) ??
    (await moodle.createGroup(moodleId, name).catch(async (error) => {
      const made = error instanceof MoodleFailure && error.kind === 'look' ? await find() : undefined;
      if (!made) throw error;
      return made;
    }));
  await saveGroup(db, courseId, orderId, group.id);
  return group.id;
}
