import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bot, castMember } from './cast';
import { channelsFileOf, persistChannels } from './channels-file';
import { Clock } from './clock';
import { clockFileOf, persistClock } from './clock-file';
import { HttpCourier } from './delivery';
import { Emulator } from './emulator';
import type { Faults } from './faults';
import { furnish } from './furnish';
import { type Manifest, readManifest } from './manifest';
import { furnishMoodle } from './moodle/furnish-moodle';
import { moodleFileOf, persistMoodle } from './moodle/moodle-file';
import type { MoodleSite } from './moodle/moodle-site';
import { Person } from './person';
import { serve } from './serve';
import { type Call, Slack } from './slack';
import { SocketCourier } from './socket';
import type { Failure, OutboxSummary } from './state';
import { Transcript } from './transcript';

interface WorkspaceOptions {
  /** 0 means any free port. */
  port?: number;
  transport?: 'http' | 'socket';
  /** The file that stores messages across restarts. Channels, the clock and Moodle are stored beside it. */
  file?: string;
  /** True to start without customers, so without coordinators. */
  isEmpty?: boolean;
  /** False to accept any number of calls, for tests that are in a hurry. */
  hasLimits?: boolean;
  /** Defaults to the project's own manifest. */
  manifest?: Manifest;
}

interface Credentials {
  botToken: string;
  signingSecret: string;
  appToken: string;
  apiUrl: string;
}

type Closer = () => unknown;

/** Slack without Slack: one server on this machine with people, a page and a Web API. */
export class Workspace {
  readonly url: string;
  readonly credentials: Credentials;
  /** Moving it moves time for all people here. The bot has to read its time from this clock. */
  readonly clock: Clock;
  readonly #slack: Slack;
  readonly #closers: Closer[];
  #bot: RequestListener | undefined;

  private constructor(slack: Slack, closers: Closer[]) {
    this.url = slack.url;
    this.clock = slack.clock;
    this.#slack = slack;
    this.#closers = closers;
    const { token, signingSecret, appToken } = bot;
    this.credentials = { botToken: token, signingSecret, appToken, apiUrl: `${slack.url}/api/` };
  }

  get #listener(): RequestListener {
    return serve(this.#slack, () => this.#bot);
  }

  static async start(options: WorkspaceOptions = {}): Promise<Workspace> {
    const { port = 3000, transport = 'http', file, isEmpty = false, manifest = readManifest() } = options;
    const { hasLimits = true } = options;
    // Requests that arrive during set-up wait for it.
    let open: (listener: RequestListener) => void = () => undefined;
    const opened = new Promise<RequestListener>((resolve) => {
      open = resolve;
    });
    const server = createServer((request, response) => void opened.then((listener) => listener(request, response)));
    const closers: Closer[] = [];
    try {
      const url = await listen(server, port);
      const clock = new Clock();
      if (file) closers.push(await persistClock(clock, clockFileOf(file)));
      const emulator = await Emulator.start(manifest.oauth_config.scopes.bot, clock);
      closers.push(() => emulator.close());
      await furnish(emulator);
      const slack = new Slack(emulator, manifest, url, clock, isEmpty);
      if (!hasLimits) slack.limits = undefined;
      if (file) closers.push(await persistChannels(slack, channelsFileOf(file)));
      if (file) closers.push(await persistMoodle(slack.moodle, moodleFileOf(file)));
      if (!isEmpty) furnishMoodle(slack.moodle);
      const transcript = file ? await Transcript.open(slack, file) : undefined;
      closers.push(() => transcript?.close());
      closers.push(() => stopListening(server));
      if (transport === 'socket') closers.push(connectSockets(slack, server));
      const workspace = new Workspace(slack, closers);
      open(workspace.#listener);
      return workspace;
    } catch (error) {
      stopListening(server);
      await closeAll(closers);
      throw error;
    }
  }

  /** Runs the bot in this process, behind /slack/events, /healthz and /readyz. */
  serveBot(listener: RequestListener): void {
    this.#bot = listener;
    this.#slack.courier ??= new HttpCourier(`${this.url}/slack/events`);
  }

  /** Delivers requests to a bot at this address. */
  deliverTo(url: string): void {
    this.#slack.courier = new HttpCourier(url);
  }

  /** Lets the page show the bot's outbox, which only the bot's database holds. */
  showOutbox(read: () => Promise<OutboxSummary>): void {
    this.#slack.outbox = read;
    this.#slack.changes.announce();
  }

  /** `patienceMs`: how long they wait for something to appear. */
  person(key: string, { patienceMs }: { patienceMs?: number } = {}): Person {
    return new Person(this.#slack, castMember(key), patienceMs);
  }

  /** The local Moodle, served at `moodleUrl`. */
  get moodle(): MoodleSite {
    return this.#slack.moodle;
  }

  get moodleUrl(): string {
    return `${this.url}/moodle`;
  }

  /** Every Web API call by the bot, oldest first. */
  get calls(): readonly Call[] {
    return this.#slack.calls;
  }

  get faults(): Faults {
    return this.#slack.faults;
  }

  get failures(): readonly Failure[] {
    return this.#slack.failures.all;
  }

  /** The problems that Slack itself only warns about. */
  get warnings(): readonly string[] {
    return this.#slack.warnings;
  }

  /** Saves the transcript, then closes every port. */
  stop(): Promise<void> {
    return closeAll(this.#closers);
  }
}

/** Closes in reverse order of opening. */
async function closeAll(closers: readonly Closer[]): Promise<void> {
  for (const close of [...closers].reverse()) await close();
}

function stopListening(server: Server): void {
  server.close();
  server.closeAllConnections();
}

function connectSockets(slack: Slack, server: Server): Closer {
  const sockets = new SocketCourier(new URL(slack.url).host);
  slack.courier = sockets;
  slack.openConnection = () => sockets.openConnection();
  server.on('upgrade', (request, socket, head) => sockets.accept(request, socket, head));
  return () => sockets.close();
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${port} is in use: set PORT to another one.`) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
