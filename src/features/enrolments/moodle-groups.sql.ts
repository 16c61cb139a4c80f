import type { Database } from '../../database/database';

/** Moodle's id of the order's group in a course; undefined before it exists. */
export async function findGroup(db: Database, courseId: number, orderId: number): Promise<number | undefined> {
  const row = await db('moodle_groups').where({ course_id: courseId, order_id: orderId }).first('group_id');
  return row?.group_id;
}

export async function saveGroup(db: Database, courseId: number, orderId: number, groupId: number): Promise<void> {
  const row = { course_id: courseId, order_id: orderId, group_id: groupId };
  await db('moodle_groups').insert(row).onConflict(['course_id', 'order_id']).merge();
}

/** Call when the group no longer exists in Moodle. */
export async function forgetGroup(db: Database, courseId: number, orderId: number): Promise<void> {
  await db('moodle_groups').where({ course_id: courseId, order_id: orderId }).delete();
}
