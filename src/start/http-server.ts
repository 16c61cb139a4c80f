import { createServer, type RequestListener, type Server } from 'node:http';
import { ConfigError } from '../config';

/** Rejects with a ConfigError when the port is taken. */
export function listen(listener: RequestListener, port: number): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new ConfigError(`PORT ${port} is in use: set PORT to another one.`) : error);
    });
    server.listen(port, () => resolve(server));
  });
}

/** Accepts no new requests; resolves when the last one is answered. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
