import type { RequestListener } from 'node:http';
import { bot, castMember } from './cast';
import { channelsFileOf, persistChannels } from './channels-file';
import { Clock } from './clock';
import { clockFileOf, persistClock } from './clock-file';
import { HttpCourier } from './delivery';
import { Door } from './door';
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
  /** A port that is taken already, instead of `port`. */
  door?: Door;
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
    const { hasLimits = true, door = await Door.at(port) } = options;
    const closers: Closer[] = [];
    try {
      const clock = new Clock();
      if (file) closers.push(await persistClock(clock, clockFileOf(file)));
      const emulator = await Emulator.start(manifest.oauth_config.scopes.bot, clock);
      closers.push(() => emulator.close());
      await furnish(emulator);
      const slack = new Slack(emulator, manifest, door.url, clock, isEmpty);
      if (!hasLimits) slack.limits = undefined;
      if (file) closers.push(await persistChannels(slack, channelsFileOf(file)));
      if (file) closers.push(await persistMoodle(slack.moodle, moodleFileOf(file)));
      if (!isEmpty) furnishMoodle(slack.moodle);
      const transcript = file ? await Transcript.open(slack, file) : undefined;
      closers.push(() => transcript?.close());
      closers.push(() => door.close());
      if (transport === 'socket') closers.push(connectSockets(slack, door));
      const workspace = new Workspace(slack, closers);
      door.open(workspace.#listener);
      return workspace;
    } catch (error) {
      door.close();
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

function connectSockets(slack: Slack, { server }: Door): Closer {
  const sockets = new SocketCourier(new URL(slack.url).host);
  slack.courier = sockets;
  slack.openConnection = () => sockets.openConnection();
  server.on('upgrade', (request, socket, head) => sockets.accept(request, socket, head));
  return () => sockets.close();
}
