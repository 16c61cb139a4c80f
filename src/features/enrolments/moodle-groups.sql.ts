import type { Database } from '../../database/database';

/** The group of an order in a course, once Moodle has it. */
export async function findGroup(db: Database, courseId: number, orderId: number): Promise<number | undefined> {
  const row = await db('moodle_groups').where({ course_id: courseId, order_id: orderId }).first('group_id');
  return row?.group_id;
}

export async function saveGroup(db: Database, courseId: number, orderId: number, groupId: number): Promise<void> {
  const row = { course_id: courseId, order_id: orderId, group_id: groupId };
  await db('moodle_groups').insert(row).onConflict(['course_id', 'order_id']).merge();
}

/** Moodle does not know it any more. */
export async function forgetGroup(db: Database, courseId: number, orderId: number): Promise<void> {
  await db('moodle_groups').where({ course_id: courseId, order_id: orderId }).delete();
}
