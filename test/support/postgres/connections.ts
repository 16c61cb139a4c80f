import type { Client } from 'pg';
import type { Database } from '../../../src/database/database';

/** With what the types of `pg` leave out, and Knex's mark on a connection that failed or ended. */
export interface Connection extends Client {
  processID: number;
  ref(): void;
  unref(): void;
  __knex__disposed?: unknown;
}

/** Connections to one database, as new as if just opened. */
export type Idle = Connection[];

/** Knex's pool, which reads both for each connection. */
interface Pool {
  creator: () => Promise<Connection>;
  destroyer: (connection: Connection) => Promise<void>;
}

/** Makes the pool take its connections from `idle` and leave them there. Of new ones, PostgreSQL makes a process each. */
export function reuseConnections(db: Database, idle: Idle): void {
  const pool: Pool = db.client.pool;
  const { creator: open, destroyer: close } = pool;
  pool.creator = async () => {
    const connection = idle.pop();
    if (!connection || connection.__knex__disposed) return open();
    connection.ref();
    return connection;
  };
  pool.destroyer = async (connection) => {
    if (!(await isAsNew(connection))) return close(connection);
    // Unused, it must not keep the worker from ending.
    connection.unref();
    idle.push(connection);
  };
}

/** A connection amid a transaction cannot be renewed. */
async function isAsNew(connection: Connection): Promise<boolean> {
  if (connection.__knex__disposed || connection.getTransactionStatus() !== 'I') return false;
  return connection.query('discard all').then(
    () => true,
    () => false,
  );
}
