import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';
import type { Database } from './database';
import { CHANNEL, notificationsOf } from './notify';

/** PostgreSQL does not store notifications, so a lost connection hides commits for up to this long. */
const RECONNECT_MS = 1_000;

export interface Listening {
  /** Resolves when the connection is closed. */
  stop: () => Promise<void>;
}

/**
 * Forwards the notifications of other processes on PostgreSQL to the listeners in this one, over a connection of its
 * own that reconnects. Also calls the listeners after each reconnection, since they may have missed some. Does nothing
 * on SQLite.
 */
export function listenToOthers(db: Database, log: Logger): Listening {
  if (db.client.config.client !== 'pg') return { stop: async () => undefined };
  const stopping = new AbortController();
  const running = keepListening(db, stopping.signal, log);
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function keepListening(db: Database, stopping: AbortSignal, log: Logger): Promise<void> {
  while (!stopping.aborted) {
    await listenOnce(db, stopping).catch((error) => log.warn({ err: error }, 'Notifications of the database are lost'));
    await sleep(RECONNECT_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}

/** Resolves on `stopping`. Rejects when the connection fails or ends. */
async function listenOnce(db: Database, stopping: AbortSignal): Promise<void> {
  const { connectionString, connectionTimeoutMillis } = db.client.config.connection;
  const client = new Client({ connectionString, connectionTimeoutMillis, keepAlive: true });
  const { origin, emitter } = notificationsOf(db);
  client.on('notification', ({ payload = '' }) => {
    const [topic = '', from] = payload.split(' ');
    if (from !== origin) emitter.emit(topic);
  });
  const ended = endOf(client, stopping);
  try {
    await Promise.race([client.connect().then(() => client.query(`listen ${CHANNEL}`)), ended]);
    for (const topic of emitter.eventNames()) emitter.emit(topic);
    await ended;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function endOf(client: Client, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    client.on('error', reject).on('end', () => reject(new Error('The connection ended')));
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
}
