import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { bot } from './cast';
import { type Courier, type Envelope, PATIENCE, type Reply, TOO_LATE } from './delivery';

const PING_EVERY = 5000;
const ADDRESS_LIFE = 30_000;
const GOODBYE = 500;

/** Socket Mode: the bot connects here, and any of its connections can receive the next envelope. */
export class SocketCourier implements Courier {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #addresses = new Map<string, number>();
  readonly #waiting = new Map<string, (body: unknown) => void>();
  readonly #ping = setInterval(() => this.#pingAll(), PING_EVERY).unref();
  #turn = 0;

  constructor(readonly host: string) {}

  /** Issues an address to connect to, valid once and for half a minute. */
  openConnection(): string {
    const ticket = randomUUID();
    this.#addresses.set(ticket, Date.now() + ADDRESS_LIFE);
    return `ws://${this.host}/link?ticket=${ticket}&app_id=${bot.appId}`;
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${this.host}`);
    const ticket = searchParams.get('ticket') ?? '';
    const until = this.#addresses.get(ticket) ?? 0;
    this.#addresses.delete(ticket);
    if (pathname !== '/link' || until < Date.now()) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection));
  }

  async deliver({ kind, payload }: Envelope): Promise<Reply> {
    const open = [...this.#server.clients].filter(({ readyState, OPEN }) => readyState === OPEN);
    this.#turn += 1;
    const connection = open[this.#turn % open.length];
    if (!connection) return { ok: false, error: 'The bot is not connected' };
    const id = randomUUID();
    const answer = this.#answerTo(id);
    const accepts = kind !== 'events_api';
    connection.send(JSON.stringify({ type: kind, envelope_id: id, accepts_response_payload: accepts, payload }));
    return answer;
  }

  /** Closes each connection gracefully, within a time limit. */
  async close(): Promise<void> {
    clearInterval(this.#ping);
    await Promise.all([...this.#server.clients].map(leave));
    this.#server.close();
  }

  #greet(connection: WebSocket): void {
    connection.on('error', () => connection.terminate());
    connection.on('message', (data) => this.#receive(String(data)));
    const about = { app_id: bot.appId };
    const debug = { host: this.host, build_number: 1, approximate_connection_time: 3600 };
    connection.send(JSON.stringify({ type: 'hello', connection_info: about, num_connections: 1, debug_info: debug }));
  }

  #receive(text: string): void {
    const message = parse(text);
    this.#waiting.get(String(message.envelope_id))?.(message.payload);
  }

  #answerTo(id: string): Promise<Reply> {
    return new Promise((resolve) => {
      const settle = (reply: Reply) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(reply);
      };
      const timer = setTimeout(() => settle({ ok: false, error: TOO_LATE }), PATIENCE);
      // The client of Socket Mode sends an empty answer as an empty object.
      this.#waiting.set(id, (body) => settle({ ok: true, body: isEmpty(body) ? undefined : body }));
    });
  }

  #pingAll(): void {
    for (const connection of this.#server.clients) connection.ping();
  }
}

function isEmpty(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length === 0;
}

function leave(connection: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => connection.terminate(), GOODBYE);
    connection.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    connection.close(1000);
  });
}

function parse(text: string): { envelope_id?: unknown; payload?: unknown } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
