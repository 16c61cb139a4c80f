import { CallLimits } from './call-limits';
import type { CastMember } from './cast';
import { Changes } from './changes';
import { Channels } from './channels';
import type { Clock } from './clock';
import type { Courier, Envelope, Reply } from './delivery';
import type { Emulator } from './emulator';
import { Failures } from './failures';
import { Faults } from './faults';
import { type FileObject, Files, fileObject } from './files';
import type { Manifest } from './manifest';
import { Messages } from './messages';
import { Modals } from './modals';
import { MoodleSite } from './moodle/moodle-site';
import { ResponseUrls } from './response-urls';
import type { OutboxSummary, View } from './state';
import { Triggers } from './triggers';

/** One Web API call by the bot. */
export interface Call {
  method: string;
  body: Record<string, unknown>;
  at: number;
}

const MAX_CALLS = 100_000;

/** The whole state of the local Slack, shared by its Web API, its people and its page. */
export class Slack {
  readonly channels = new Channels();
  readonly messages = new Messages();
  readonly modals = new Modals();
  readonly files = new Files();
  readonly homes = new Map<string, View>();
  readonly failures = new Failures();
  readonly changes = new Changes();
  readonly faults = new Faults(() => this.changes.announce());
  readonly calls: Call[] = [];
  readonly warnings: string[] = [];
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly since = new Date().toISOString();
  /** The Moodle beside it, in which the bot enrols people. */
  readonly moodle: MoodleSite;
  /** Undefined for tests without limits. By the real clock, which nobody moves. */
  limits: CallLimits | undefined = new CallLimits();
  courier: Courier | undefined;
  /** Present in Socket Mode: issues one address per connection. */
  openConnection: (() => string) | undefined;
  /** Reads the bot's outbox; undefined until the program provides it. */
  outbox: (() => Promise<OutboxSummary>) | undefined;

  constructor(
    readonly emulator: Emulator,
    readonly manifest: Manifest,
    readonly url: string,
    readonly clock: Clock,
    /** True without demonstration data. */
    readonly isEmpty = false,
  ) {
    clock.onMove(() => this.changes.announce());
    this.moodle = MoodleSite.create({ clock });
    this.moodle.changes.watch(() => this.changes.announce());
    this.triggers = new Triggers(emulator);
    this.responseUrls = new ResponseUrls(url);
  }

  record(call: Call): void {
    this.calls.push(call);
    if (this.calls.length > MAX_CALLS) this.calls.splice(0, MAX_CALLS / 10);
  }

  /** Stores each warning once. */
  warn(text: string): void {
    if (!this.warnings.includes(text)) this.warnings.push(text);
  }

  fail(text: string, person?: CastMember): void {
    this.failures.add(text, person?.userId);
    this.changes.announce();
  }

  /** Stores a person's file, and returns it as a form's field holds it. */
  upload(
    { userId, team }: Pick<CastMember, 'userId'> & { team: { id: string } },
    { name, content }: { name: string; content: string | Uint8Array },
  ): FileObject {
    const created = this.clock.now().toUnixInteger();
    return fileObject(
      this.url,
      this.files.put({ name, user: userId, team: team.id, created, bytes: Buffer.from(content) }),
    );
  }

  /** Delivers a person's action. A bad answer from the bot is shown to that person. */
  async deliver(person: CastMember, envelope: Envelope): Promise<Reply> {
    const reply = this.courier ? await this.courier.deliver(envelope) : NO_BOT;
    if (!reply.ok) this.fail(reply.error, person);
    return reply;
  }
}

const NO_BOT: Reply = { ok: false, error: 'There is no bot: call serveBot or deliverTo first' };
