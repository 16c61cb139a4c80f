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

/** Call when the group no longer exists in Moodle: its members are to join the next one. */
export async function forgetGroup(db: Database, courseId: number, orderId: number): Promise<void> {
  const staff = db('course_staff').where({ course_id: courseId }).select('id');
  await db('staff_groups').where({ order_id: orderId }).whereIn('staff_id', staff).delete();
  await db('moodle_groups').where({ course_id: courseId, order_id: orderId }).delete();
}
