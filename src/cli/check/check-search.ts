import type { Database } from '../../database/database';
import { type Check, warning } from './check';
import { hasSearchIndex, MAKE_SEARCH_INDEX } from './search-index.sql';

/** A line where searches have to read every name. */
export async function checkSearch(db: Database): Promise<Check[]> {
  if (await hasSearchIndex(db)) return [];
  const cure = MAKE_SEARCH_INDEX.join('; ');
  return [
    warning(
      `Search: this program may create no extensions in PostgreSQL, so with many thousands of trainees a search is slow; let the owner of the database run: ${cure}`,
    ),
  ];
}
