import type { Course } from '../../core/course';
import { versionOf } from '../../core/version';

/** A course as a list showed it: Moodle may give its short name to another one meanwhile. */
export interface ShownCourse {
  id: number;
  version: string;
}

export function shownCourse({ id, shortname, open }: Pick<Course, 'id' | 'shortname' | 'open'>): ShownCourse {
  return { id, version: versionOf({ shortname, open }) };
}

/** Button value for what acts on a course. */
export function ofShownCourse(course: Pick<Course, 'id' | 'shortname' | 'open'>): string {
  const { id, version } = shownCourse(course);
  return `${id}/${version}`;
}

/** Decodes such a value. A button from before names only the short name, and acts no more. */
export function shownCourseMeant(value: string): ShownCourse | undefined {
  const [, id, version] = /^(\d{1,9})\/(\[.+)$/s.exec(value) ?? [];
  return id && version ? { id: Number(id), version } : undefined;
}
