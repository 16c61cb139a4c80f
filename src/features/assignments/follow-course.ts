import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue } from '../../outbox/outbox';

/** Has Moodle's participants of the course and our assignments brought together. One that waits is enough for all. */
export async function queueCourse(tx: Database, courseId: number, at: Instant): Promise<void> {
  await enqueue(tx, { kind: 'moodle.course', subject: String(courseId), lane: courseLane(courseId) }, at);
}

/** One sender at a time is at a course: of two calls that enrol the same person, Moodle would write to them twice. */
export function courseLane(courseId: number): string {
  return `moodle.course:${courseId}`;
}
