import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Database } from './database';

/** PostgreSQL channel for notifications between processes, as `<topic> <origin>`. */
export const CHANNEL = 'seats';

/** Shared by a pool and its transactions. */
interface Notifications {
  /** Identifies this pool, so that a process ignores its own notifications. */
  readonly origin: string;
  readonly emitter: EventEmitter;
}

const notified = new WeakMap<Database, Set<string>>();

/** Gives a pool its notifications. Its transactions inherit them through Knex. */
export function notifying(db: Database): Database {
  const notifications: Notifications = { origin: randomUUID(), emitter: new EventEmitter() };
  return db.withUserParams({ notifications });
}

export function notificationsOf(db: Database): Notifications {
  return db.userParams.notifications as Notifications;
}

/**
 * After the commit, calls the listeners of the topic: in this process, and on PostgreSQL in every other process that
 * listens. A rollback calls none. Cheap to repeat within a transaction.
 */
export async function notify(db: Database, topic: string): Promise<void> {
  if (!isFirst(db, topic)) return;
  const { origin, emitter } = notificationsOf(db);
  if (db.client.config.client === 'pg') await db.raw('select pg_notify(?, ?)', [CHANNEL, `${topic} ${origin}`]);
  afterCommit(db, () => emitter.emit(topic));
}

/** Returns a function that unsubscribes. */
export function onNotify(db: Database, topic: string, listener: () => void): () => void {
  const { emitter } = notificationsOf(db);
  emitter.on(topic, listener);
  return () => emitter.off(topic, listener);
}

function isFirst(db: Database, topic: string): boolean {
  if (!db.isTransaction) return true;
  const topics = notified.get(db) ?? new Set();
  notified.set(db, topics);
  return topics.size < topics.add(topic).size;
}

function afterCommit(db: Database, run: () => void): void {
  if (!db.isTransaction) run();
  else db.executionPromise?.then(run, () => undefined);
}
