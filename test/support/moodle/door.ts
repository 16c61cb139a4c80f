import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { moodleListener } from '../../../src/playground/moodle/moodle-listener';
import type { MoodleSite } from '../../../src/playground/moodle/moodle-site';

/** A proxy to Moodle that reports when no connection is left. */
export class Door {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(site: MoodleSite) {
    this.#server = createServer(moodleListener(site));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async open(site: MoodleSite): Promise<Door> {
    const door = new Door(site);
    door.#server.listen(0, '127.0.0.1');
    await once(door.#server, 'listening');
    return door;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves when all callers have disconnected, and Moodle has finished all calls. */
  async isQuiet(): Promise<void> {
    while (this.#sockets.size > 0) await turn();
    // Moodle needs a few more turns of the event loop to finish the last call.
    for (let turns = 0; turns < 20; turns += 1) await turn();
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
