import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port of this machine that is taken, before anything is behind it. */
export class Door {
  readonly url: string;
  readonly server: Server;
  /** From now on requests are answered; those that came before have waited. */
  readonly open: (listener: RequestListener) => void;

  private constructor(server: Server, open: (listener: RequestListener) => void) {
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.server = server;
    this.open = open;
  }

  /** 0 means any free port. Rejects when the port is in use. */
  static at(port: number): Promise<Door> {
    let open: (listener: RequestListener) => void = () => undefined;
    const opened = new Promise<RequestListener>((resolve) => {
      open = resolve;
    });
    const server = createServer((request, response) => void opened.then((listener) => listener(request, response)));
    return new Promise((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        const taken = error.code === 'EADDRINUSE';
        reject(taken ? new Error(`Port ${port} is in use: set PORT to another one.`) : error);
      });
      server.listen(port, '127.0.0.1', () => resolve(new Door(server, open)));
    });
  }

  get port(): string {
    return new URL(this.url).port;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
