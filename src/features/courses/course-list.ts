import type { Course } from '../../core/course';
import type { Instant } from '../../core/time';

export interface ListedCourse extends Course {
  /** How many products name it in their restriction, itself or by a pattern. */
  products: number;
}

/** One page of the courses that fit what was typed, by name. */
export interface CourseList {
  typed: string;
  courses: ListedCourse[];
  /** Of all pages. */
  total: number;
  hidden: number;
  /** From 0. */
  page: number;
  pages: number;
  /** When Moodle's list was taken over last. */
  syncedAt: Instant | undefined;
}
