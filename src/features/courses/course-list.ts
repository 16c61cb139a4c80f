import type { Course } from '../../core/course';
import type { Instant } from '../../core/time';

export interface ListedCourse extends Course {
  /** How many products have it in their restriction, by name or by a pattern. */
  products: number;
}

/** One page of the courses that match the search, by name. */
export interface CourseList {
  search: string;
  courses: ListedCourse[];
  /** On all pages. */
  total: number;
  hidden: number;
  /** Starts at 0. */
  page: number;
  pages: number;
  /** Time of the last sync with Moodle. */
  syncedAt: Instant | undefined;
}
