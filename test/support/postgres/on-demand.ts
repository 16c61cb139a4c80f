import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type PostgresServer, startPostgres } from './server';

/** The variable with the address at which workers ask for the run's server. */
const DOOR = 'TEST_POSTGRES';

/**
 * Lets workers ask for PostgreSQL. The first request starts it, so that a run without such requests starts none.
 * Returns a function that stops it.
 */
export async function offerPostgres(): Promise<() => Promise<void>> {
  let postgres: Promise<PostgresServer> | undefined;
  const door = createServer(async (_, response) => {
    postgres ??= startPostgres();
    const answer = await postgres.then(({ url }) => ({ url })).catch((error) => ({ error: String(error) }));
    response.end(JSON.stringify(answer));
  });
  door.listen(0, '127.0.0.1').unref();
  await once(door, 'listening');
  process.env[DOOR] = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  return async () => {
    door.close();
    await (await postgres)?.stop();
  };
}

/** The address of the run's server, without a database name. */
export async function askForPostgres(): Promise<string> {
  const door = process.env[DOOR];
  if (!door)
    throw new Error('PostgreSQL is offered by the global set-up of Jest; this process was started without it.');
  const response = await fetch(door);
  const { url, error } = (await response.json()) as { url?: string; error?: string };
  if (url === undefined) throw new Error(`PostgreSQL does not start: ${error}`);
  return url;
}
