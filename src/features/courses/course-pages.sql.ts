import type { Count } from '../../database/columns';
import type { Database } from '../../database/database';
import { covers, matchingWords } from '../../database/search';
import type { ListedCourse } from './course-list';

/** A page of the courses that contain every word, by name. `total` and `hidden` count all pages. */
export async function pageCourses(
  db: Database,
  search: string,
  { size, offset }: { size: number; offset: number },
): Promise<{ courses: ListedCourse[]; total: number; hidden: number }> {
  const naming = db('product_courses')
    .join('products', 'products.id', 'product_courses.product_id')
    .whereNull('products.archived_at')
    .whereRaw(covers('product_courses.pattern_key', 'courses.shortname_key'))
    .countDistinct('products.id')
    .as('products');
  const page = matchingWords(db('courses'), 'search_key', search).orderBy(['name', 'id']).limit(size).offset(offset);
  const tally = db('courses').count({ total: '*', hidden: 'hidden_at' });
  // Selects the page first, so that products are searched for its courses only.
  const rows = await db(page.as('courses'))
    .orderBy(['name', 'id'])
    .select('courses.*')
    .select<{ products: Count }>(naming);
  const [counts] = await matchingWords(tally, 'search_key', search);
  const courses = rows.map((row) => ({
    id: row.id,
    shortname: row.shortname,
    name: row.name,
    open: row.hidden_at === null,
    moodleId: row.moodle_id ?? undefined,
    closedBecause: row.closed_because ?? undefined,
    products: Number(row.products),
  }));
  return { courses, total: Number(counts?.total ?? 0), hidden: Number(counts?.hidden ?? 0) };
}
