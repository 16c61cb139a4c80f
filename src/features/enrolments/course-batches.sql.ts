import type { Database } from '../../database/database';

/** The largest batch that may fit into one attempt for the course; undefined when none was too large yet. */
export async function findBatchSize(db: Database, courseId: number): Promise<number | undefined> {
  return (await db('course_batches').where({ course_id: courseId }).first('size'))?.size;
}

export async function saveBatchSize(db: Database, courseId: number, size: number): Promise<void> {
  await db('course_batches').insert({ course_id: courseId, size }).onConflict('course_id').merge();
}

export async function forgetBatchSize(db: Database, courseId: number): Promise<void> {
  await db('course_batches').where({ course_id: courseId }).delete();
}
