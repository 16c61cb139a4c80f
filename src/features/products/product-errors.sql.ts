import { hasWildcard, matcher } from '../../core/restriction';
import type { Day } from '../../core/time';
import type { Database } from '../../database/database';
import type { MoodleRoles } from '../../moodle/moodle-role';
import { NO_SUPERVISOR } from './product';

interface Scope {
  day: Day;
  roles: MoodleRoles;
  /** Product ids to examine; all when missing. */
  only?: readonly number[];
}

/**
 * Ids of the products on sale in which the check finds an error on that day: a past end, an unknown role, or an unknown
 * course.
 */
export async function productsWithErrors(db: Database, { day, roles, only }: Scope): Promise<ReadonlySet<number>> {
  const known = [...roles.keys()];
  const query = db('products')
    .whereNull('archived_at')
    .where((any) =>
      any
        .where('end_date', '<', day)
        .orWhereNotIn('role', known)
        .orWhereNotIn('supervisor_role', [...known, NO_SUPERVISOR]),
    );
  if (only) query.whereIn('id', [...only]);
  const wrong = await query.pluck('id');
  return new Set([...wrong, ...(await productsMisnaming(db, only))]);
}

/** Products with an entry that is neither a short name nor a `_` pattern that matches one. */
async function productsMisnaming(db: Database, only: readonly number[] | undefined): Promise<number[]> {
  const query = db('product_courses')
    .join('products', 'products.id', 'product_courses.product_id')
    .whereNull('archived_at')
    .whereRaw("pattern_key not like '%\\%%' escape '\\'")
    .whereNotExists(db('courses').whereRaw('courses.shortname_key = product_courses.pattern_key').select(db.raw('1')))
    .select('product_id', 'pattern_key');
  if (only) query.whereIn('product_id', [...only]);
  const entries = await query;
  const patterns = new Set(entries.map(({ pattern_key }) => pattern_key).filter(hasWildcard));
  const names = patterns.size > 0 ? await db('courses').pluck('shortname_key') : [];
  const matching = new Set([...patterns].filter((pattern) => names.some(matcher(pattern))));
  return entries.filter(({ pattern_key }) => !matching.has(pattern_key)).map(({ product_id }) => product_id);
}
