import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, ConfigError } from '../config';
import { MAX_BYTES } from '../slack/listeners/guard';

/** Slack gives up on a request after three seconds. A sender that takes longer to ask only holds a connection. */
const PATIENCE = {
  headersTimeout: 5_000,
  requestTimeout: 5_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};
/** Without a byte in either direction; longer than any answer takes. */
const SILENCE_MS = 30_000;
/** Beyond these, the oldest that has asked nothing complete makes room, so that no stranger keeps others out. */
const MAX_CONNECTIONS = 512;

/**
 * Once it closes, a server still answers everybody for so long: a load balancer learns from `/readyz` to go elsewhere, and
 * what is on its way over an idle connection is not lost.
 */
const FAREWELL_MS = 2_000;
/** After those, for what was asked before; Bolt answers within three seconds. */
const LAST_ANSWERS_MS = 3_000;

/** A web server with bounds for what a stranger can take, and an end to every connection once it closes. */
export class WebServer {
  readonly #server: Server;
  readonly #answering = new Set<ServerResponse>();
  /** With the request that each has begun, the longest silent first. */
  readonly #connections = new Map<Socket, ServerResponse | undefined>();
  #isClosing = false;

  private constructor(listener: RequestListener) {
    const serve: RequestListener = (request, response) => {
      this.#track(response);
      listener(request, response);
    };
    this.#server = createServer(PATIENCE, serve);
    // Whoever asks before sending a body that is too large is refused at once.
    this.#server.on('checkContinue', (request, response) => {
      if (Number(request.headers['content-length'] ?? 0) <= MAX_BYTES) response.writeContinue();
      serve(request, response);
    });
    this.#server.timeout = SILENCE_MS;
    this.#server.on('connection', (socket) => this.#admit(socket));
  }

  /** Rejects with a ConfigError when the port is taken, or the host is not here. */
  static open(listener: RequestListener, at: Pick<Config, 'port' | 'host'>): Promise<WebServer> {
    const web = new WebServer(listener);
    return new Promise((resolve, reject) => {
      web.#server.once('error', (error) => reject(inWords(error, at)));
      web.#server.listen(at.port, at.host, () => resolve(web));
    });
  }

  get address(): AddressInfo {
    return this.#server.address() as AddressInfo;
  }

  /** Ends connections with their next answer, and idle ones after the farewell; resolves when all have ended. */
  async close(): Promise<void> {
    this.#isClosing = true;
    for (const response of this.#answering) endConnection(response);
    await sleep(FAREWELL_MS);
    const closed = new Promise((resolve) => this.#server.close(resolve));
    const patience = setTimeout(() => this.#server.closeAllConnections(), LAST_ANSWERS_MS);
    await closed;
    clearTimeout(patience);
  }

  #admit(socket: Socket): void {
    this.#connections.set(socket, undefined);
    socket.once('close', () => this.#connections.delete(socket));
    if (this.#connections.size <= MAX_CONNECTIONS) return;
    const unasked = [...this.#connections].find(([, response]) => !response?.req.complete);
    (unasked?.[0] ?? socket).destroy();
  }

  #track(response: ServerResponse): void {
    this.#answering.add(response);
    this.#hold(response.socket, response);
    const { socket } = response;
    response.once('close', () => {
      this.#answering.delete(response);
      this.#hold(socket, undefined);
    });
    if (this.#isClosing) endConnection(response);
  }

  #hold(socket: Socket | null, response: ServerResponse | undefined): void {
    if (!socket || !this.#connections.delete(socket)) return;
    this.#connections.set(socket, response);
  }
}

function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
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
