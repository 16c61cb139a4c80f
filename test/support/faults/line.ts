import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mishap, Planned } from './mishaps';
import type { SharedClock } from './shared-clock';

/** Milliseconds: long enough for other processes to notice the new time. */
const SLOW_MS = 8;
/** Milliseconds: slightly less than a sender waits for an answer. */
const PATIENCE_MS = 9_900;

interface Call {
  method: string;
  path: string;
  body: URLSearchParams;
  headers: Record<string, string>;
}

interface Answer {
  status: number;
  text: string;
}

/** A proxy between a sender and Slack that injects mishaps into calls and answers. */
export class Line {
  /** Keys of the messages that Slack refused permanently. */
  readonly refused = new Set<string>();
  /** Calls made before the end of a Retry-After. */
  readonly impatient: string[] = [];
  /** The number of injected mishaps. */
  struck = 0;
  /** The address of Slack. */
  target = '';
  readonly #clock: SharedClock;
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #sockets = new Set<Socket>();
  readonly #quietUntil = new Map<string, number>();
  #planned: Planned[] = [];
  readonly #atWork = new Set<{ at: number }>();

  private constructor(clock: SharedClock) {
    this.#clock = clock;
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async open(clock: SharedClock): Promise<Line> {
    const line = new Line(clock);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/`;
  }

  /** Clears the state. From now on, calls go to this address and meet these mishaps. */
  lead(target: string, planned: readonly Planned[]): void {
    this.target = target;
    this.#planned = planned.map((one) => ({ ...one }));
    this.refused.clear();
    this.impatient.length = 0;
    this.#quietUntil.clear();
  }

  /** Resolves when all callers have disconnected and Slack has finished all calls. */
  async isQuiet(): Promise<void> {
    while (this.#sockets.size > 0 || this.#atWork.size > 0) await sleep(1);
  }

  close(): void {
    this.#agent.destroy();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const since = { at: this.#clock.milliseconds };
    this.#atWork.add(since);
    try {
      const call = await readCall(request);
      this.#watch(call);
      const mishap = this.#take(call.method);
      if (mishap) this.struck += 1;
      await this.#answer(call, mishap, response);
    } catch {
      response.destroy();
    } finally {
      this.#atWork.delete(since);
    }
  }

  async #answer(call: Call, mishap: Mishap | undefined, response: ServerResponse): Promise<void> {
    switch (mishap?.kind) {
      case 'unheard':
        response.destroy();
        return;
      case 'failed':
        return send(response, { status: mishap.status, text: '' });
      case 'refused':
        this.refused.add(keyOf(call));
        return send(response, { status: 200, text: JSON.stringify({ ok: false, error: mishap.error }) });
      case 'rate_limited':
        this.#quietUntil.set(routeOf(call), this.#clock.milliseconds + mishap.retryAfter * 1_000);
        response.setHeader('retry-after', String(mishap.retryAfter));
        return send(response, { status: 429, text: JSON.stringify({ ok: false, error: 'ratelimited' }) });
      case 'slow':
        this.#pass(mishap.seconds);
        await sleep(SLOW_MS);
        break;
    }
    const answer = await this.#forward(call);
    if (mishap?.kind === 'lost') response.destroy();
    else if (mishap?.kind === 'torn') tear(response, answer);
    else if (mishap?.kind === 'done_but_failed') send(response, { status: mishap.status, text: '' });
    else send(response, answer);
  }

  async #forward({ path, headers, body }: Call): Promise<Answer> {
    const asked = request(new URL(path, this.target), { method: 'POST', headers, agent: this.#agent });
    asked.end(body.toString());
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, text: await textOf(answer) };
  }

  /** Advances the clock, but not beyond the time-out of any pending call. */
  #pass(seconds: number): void {
    const now = this.#clock.milliseconds;
    this.#clock.moveTo(Math.min(now + seconds * 1_000, ...[...this.#atWork].map(({ at }) => at + PATIENCE_MS)));
  }

  #take(method: string): Mishap | undefined {
    const planned = this.#planned.find((one) => one.method === '*' || one.method === method);
    if (!planned) return undefined;
    planned.times -= 1;
    if (planned.times < 1) this.#planned = this.#planned.filter((one) => one !== planned);
    return planned.mishap;
  }

  #watch(call: Call): void {
    const early = (this.#quietUntil.get(routeOf(call)) ?? 0) - this.#clock.milliseconds;
    if (early > 0 && call.method.startsWith('chat.')) this.impatient.push(`${routeOf(call)}, ${early} ms too early`);
  }
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const text = await textOf(request);
  const path = request.url ?? '';
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const headers = { authorization, 'content-type': type };
  return { method: path.slice('/api/'.length), path, body: new URLSearchParams(text), headers };
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of message) text += chunk;
  return text;
}

function routeOf({ method, body }: Call): string {
  return `${method} to ${body.get('channel') ?? 'nowhere'}`;
}

function keyOf({ body }: Call): string {
  return JSON.parse(body.get('metadata') ?? '{}').event_payload?.key ?? '';
}

function send(response: ServerResponse, { status, text }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
}

function tear(response: ServerResponse, { status, text }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}
