import type { Knex } from 'knex';
import { foldKey, searchKey } from '../core/text';
import type { Database } from './database';

/** Slack shows at most this many options in a type-ahead list. */
export const MOST_FOUND = 100;

/** Keeps the rows whose `column` holds every word of the query, in any order, as typed and never as a pattern. */
export function matchingWords<T extends Knex.QueryBuilder>(query: T, column: string, typed: string): T {
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
export function orderAllows(db: Database, course: { shortname: string }): Knex.Raw {
  return db.raw(
    `(not exists (select 1 from order_courses where order_id = orders.id)
      or exists (select 1 from order_courses where order_id = orders.id and ${covers('order_courses.pattern_key', ':name')}))`,
    { name: foldKey(course.shortname) },
  );
}
