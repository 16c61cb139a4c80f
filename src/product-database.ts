import { features } from '../commands/index';
import { withReactions } from './database/changes';
import type { Database } from './database/database';
import { openDatabase } from './database/open-database';
import { subscriptionsOf } from './effects';

const subscriptions = subscriptionsOf(features);

/** The database on which changes have what features declared on them. Opens nothing until the first query. */
export function openProductDatabase(url: string, options: { patient?: boolean } = {}): Database {
  return withReactions(openDatabase(url, options), subscriptions);
}
