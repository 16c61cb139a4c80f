import { createServer, type RequestListener, type Server } from 'node:http';
import { type Config, ConfigError } from '../config';

/** Slack gives up on a request after three seconds. A sender that takes longer to ask only holds a connection. */
const PATIENCE = {
  headersTimeout: 5_000,
  requestTimeout: 5_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};
/** Without a byte in either direction; longer than any answer takes. */
const SILENCE_MS = 30_000;
/** Beyond these, a new connection is closed at once. */
const MAX_CONNECTIONS = 512;

/** Rejects with a ConfigError when the port is taken, or the host is not here. */
export function listen(listener: RequestListener, at: Pick<Config, 'port' | 'host'>): Promise<Server> {
  const server = createServer(PATIENCE, listener);
  server.timeout = SILENCE_MS;
  server.maxConnections = MAX_CONNECTIONS;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, at)));
    server.listen(at.port, at.host, () => resolve(server));
  });
}

function inWords(error: NodeJS.ErrnoException, { port, host }: Pick<Config, 'port' | 'host'>): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(`PORT ${port} is in use: set PORT to another one.`);
    case 'EACCES':
      return new ConfigError(`PORT ${port} is not for ordinary users to open: set PORT to one from 1024 on.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new ConfigError(`HOST ${host} is no address of this machine: leave it out to listen at all of them.`);
    default:
      return error;
  }
}

/** Accepts no new requests; resolves when the last one is answered. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
