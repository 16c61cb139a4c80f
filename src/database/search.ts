import { foldKey, searchKey } from '../core/text';
import type { Column } from './columns';
import type { Database } from './database';
import type { SourcesOf } from './query';
import type { Expression } from './tables';

/** Slack shows at most this many options in a type-ahead list. */
export const MAX_FOUND = 100;

/** Keeps the rows whose `column` holds every word of the query, in any order, as typed and never as a pattern. */
export function matchingWords<Q extends { whereRaw(sql: string, bindings: readonly unknown[]): unknown }>(
  query: Q,
  column: Column<SourcesOf<Q>>,
  typed: string,
): Q {
  for (const word of searchKey(typed).split(' ').filter(Boolean)) {
    query.whereRaw("?? like ? escape '\\'", [column, `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`]);
  }
  return query;
}

/**
 * A condition: the entry, a column of folded ones, covers the folded short name. One that is some course's short name stands
 * for that course alone, whatever signs it holds; `domain/restriction.ts` says the same.
 */
export function covers(entry: string, name: string): string {
  return `(${entry} = ${name} or (${name} like ${entry} escape '\\'
    and not exists (select 1 from courses as named where named.shortname_key = ${entry})))`;
}

/** A condition on `orders`: the restriction it was sold under covers the course. */
export function orderAllows(db: Database, course: { shortname: string }): Expression {
  return db.raw(
    `(not exists (select 1 from order_courses where order_id = orders.id)
      or exists (select 1 from order_courses where order_id = orders.id and ${covers('order_courses.pattern_key', ':name')}))`,
    { name: foldKey(course.shortname) },
  );
}
