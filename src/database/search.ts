import { foldKey, searchWords } from '../core/text';
import type { Column } from './columns';
import type { Database } from './database';
import type { SourcesOf } from './query';
import type { Expression } from './tables';

/** Slack's limit of options in a type-ahead list. */
export const MAX_FOUND = 100;

/** More than any name has. Databases refuse a statement with too many conditions, and a pattern that is too long. */
const MAX_WORDS = 50;
const MAX_WORD_LENGTH = 200;

/**
 * Keeps the rows whose `column` contains every word of the query, in any order. `%` and `_` have no special meaning. Of a
 * text that somebody pasted, only the beginning counts.
 */
export function matchingWords<Q extends { whereRaw(sql: string, bindings: readonly unknown[]): unknown }>(
  query: Q,
  column: Column<SourcesOf<Q>>,
  search: string,
): Q {
  for (const word of wordsOf(search)) {
    query.whereRaw("?? like ? escape '\\'", [column, containing(word)]);
  }
  return query;
}

/** The pattern for `like … escape '\\'` of what contains the text. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** The words that a search looks for, without repeats; no more and no longer ones than a statement takes. */
export function wordsOf(search: string): string[] {
  const words = searchWords(search.slice(0, MAX_WORDS * MAX_WORD_LENGTH));
  return [...new Set(words)].slice(0, MAX_WORDS).map((word) => word.slice(0, MAX_WORD_LENGTH));
}

/**
 * SQL condition: the entry, a column of folded keys, covers the folded short name. An entry that is the short name of a
 * course covers that course only, even with `%` or `_`. `restriction.ts` implements the same rule.
 */
export function covers(entry: string, name: string): string {
  return `(${entry} = ${name} or (${name} like ${entry} escape '\\'
    and not exists (select 1 from courses as named where named.shortname_key = ${entry})))`;
}

/** SQL condition on `orders`: the restriction of the order covers the course. */
export function orderAllows(db: Database, course: { shortname: string }): Expression {
  return db.raw(
    `(not exists (select 1 from order_courses where order_id = orders.id)
      or exists (select 1 from order_courses where order_id = orders.id and ${covers('order_courses.pattern_key', ':name')}))`,
    { name: foldKey(course.shortname) },
  );
}
