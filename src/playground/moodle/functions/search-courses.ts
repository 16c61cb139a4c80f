import { briefCourse, bySortOrder, isSeen } from '../course-shapes';
import { moodleFunction } from '../function';
import { like } from '../like';
import { int, optional, record, text } from '../parameters';
import { type Course, FRONT_PAGE } from '../records';
import { invalidParameter } from '../refusal';

const params = record({
  criterianame: text,
  criteriavalue: text,
  page: optional(int, 0),
  perpage: optional(int, 0),
});

/** Every word has to match, at least as part of another word. */
export const searchCourses = moodleFunction(params, (site, { criterianame, criteriavalue, page, perpage }) => {
  if (criterianame !== 'search') throw invalidParameter('Invalid criteria name');
  const words = criteriavalue.split(/\s+/).filter((word) => word !== '');
  const holds = words.map((word) => like(`%${word}%`));
  const found = site.courses
    .filter((course) => course.id !== FRONT_PAGE && isSeen(site, course))
    .filter((course) => holds.every((isIn) => isIn(textOf(course))))
    .sort(bySortOrder);
  const shown = perpage > 0 ? found.slice(page * perpage, (page + 1) * perpage) : found;
  return { total: found.length, courses: shown.map(briefCourse), warnings: [] };
});

function textOf({ fullname, shortname, idnumber, summary }: Course): string {
  return [fullname, shortname, idnumber, summary].join('\n');
}
