import { features } from '../commands/index';
import { withReactions } from './database/changes';
import type { Database } from './database/database';
import { openDatabase } from './database/open-database';
import { subscriptionsOf } from './effects';

const subscriptions = subscriptionsOf(features);

/** A database whose recorded changes run the features' reactions. Opens no connection until the first query. */
export function openProductDatabase(url: string, options: { patient?: boolean } = {}): Database {
  return withReactions(openDatabase(url, options), subscriptions);
}
