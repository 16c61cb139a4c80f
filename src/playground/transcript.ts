import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Block } from './blocks';
import { bot, people } from './cast';
import type { StoredMessage } from './messages';
import type { Slack } from './slack';

const schema = z.record(
  z.string(),
  z.array(
    z.object({
      ts: z.string(),
      user: z.string(),
      text: z.string(),
      blocks: z.array(z.custom<Block>()).optional(),
      metadata: z.unknown().optional(),
      threadTs: z.string().optional(),
      edited: z.boolean(),
      pinned: z.boolean().default(false),
    }),
  ),
);

const PAUSE = 200;

/** Stores messages in a file, so that they survive a restart. */
export class Transcript {
  readonly #slack: Slack;
  readonly #file: string;
  readonly #stopWatching: () => void;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #written = '';

  private constructor(slack: Slack, file: string) {
    this.#slack = slack;
    this.#file = file;
    this.#stopWatching = slack.changes.watch(() => {
      this.#timer ??= setTimeout(() => void this.#flush(), PAUSE).unref();
    });
  }

  /** Restores the messages in the file, then keeps the file up to date. */
  static async open(slack: Slack, file: string): Promise<Transcript> {
    for (const [channel, messages] of Object.entries(await load(file))) {
      for (const message of messages) await putBack(slack, channel, message as StoredMessage);
    }
    return new Transcript(slack, file);
  }

  async close(): Promise<void> {
    this.#stopWatching();
    await this.#flush();
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const text = JSON.stringify(this.#slack.messages.lasting(), null, 1);
    if (text === this.#written) return;
    const draft = `${this.#file}.${process.pid}.draft`;
    await mkdir(dirname(this.#file), { recursive: true });
    await writeFile(draft, text);
    await rename(draft, this.#file);
    this.#written = text;
  }
}

/** Posts the message to `emulate` again; it keeps its old timestamp for all others. */
async function putBack(slack: Slack, channel: string, message: StoredMessage): Promise<void> {
  const { ts, user, text, blocks, metadata, threadTs } = message;
  const caller = user === bot.userId ? 'slack' : people.find(({ userId }) => userId === user)?.key;
  if (!caller) return;
  const said = { channel, text, blocks, metadata, thread_ts: threadTs };
  const answer = await slack.emulator.call(caller, 'chat.postMessage', said, ts);
  if (!answer.ok) return;
  slack.messages.put(channel, message);
  if (message.pinned) await slack.emulator.must('slack', 'pins.add', { channel, timestamp: ts });
}

async function load(file: string): Promise<z.infer<typeof schema>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is not a transcript of the local workspace: move it away to start afresh.`);
  }
}
