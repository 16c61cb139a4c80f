/** PostgreSQL ends longer statements itself before; see `statement_timeout`. */
export const SILENT_FOR_MS = 5_000;

type Done = (error: Error | null, ...result: unknown[]) => void;

/** A connection of `pg`, as far as we use it. Knex asks it with a callback, last of the arguments, or for a promise. */
interface Connection {
  query(...query: unknown[]): unknown;
  connection: { stream: { destroy(): void } };
}

/**
 * For a pool's `afterCreate`: hangs up on a server that does not answer, as after a failover that nobody announced.
 * Otherwise the pool would go on using the silent connection, and never try to open another.
 */
export function hangUpOnSilence(created: Connection, done: (error: null, connection: Connection) => void): void {
  const ask = created.query.bind(created);
  const hangUp = (error: Error | null) => {
    if (error?.message === 'Query read timeout') created.connection.stream.destroy();
  };
  created.query = (...query) => {
    const answered = query.at(-1);
    if (isDone(answered)) {
      return ask(...query.slice(0, -1), (error: Error | null, ...result: unknown[]) => {
        hangUp(error);
        answered(error, ...result);
      });
    }
    const answer = ask(...query);
    if (answer instanceof Promise) answer.catch(hangUp);
    return answer;
  };
  done(null, created);
}

function isDone(argument: unknown): argument is Done {
  return typeof argument === 'function';
}
