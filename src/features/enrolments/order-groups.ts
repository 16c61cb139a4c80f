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

/** Everybody joins the group of their order, which is made where it is missing. Joining again is harmless. */
export async function joinGroups(work: CourseRun, members: readonly Member[]): Promise<void> {
  for (const orderId of new Set(members.map((member) => member.orderId))) {
    const accounts = members.filter((member) => member.orderId === orderId).map(({ accountId }) => accountId);
    await join(work, orderId, accounts);
  }
}

/** Only where the order has one. */
export async function leaveGroup(work: CourseRun, { orderId, accountId }: Member): Promise<void> {
  const { db, courseId, moodle } = work;
  const group = await findGroup(db, courseId, orderId);
  if (group === undefined) return;
  await moodle.removeFromGroup(group, [accountId]).catch((error) => {
    // Somebody deleted it in Moodle, and nobody is in it any more.
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
    // Somebody deleted it in Moodle.
    await forgetGroup(db, courseId, orderId);
    await join(work, orderId, accounts);
  }
}

/** The order's group in the course, made where it is missing. */
export async function groupOf(work: CourseRun, orderId: number): Promise<number> {
  return (await findGroup(work.db, work.courseId, orderId)) ?? (await makeGroup(work, orderId));
}

/** One of that name is taken for it: we may have made it and not lived to note its number. */
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
