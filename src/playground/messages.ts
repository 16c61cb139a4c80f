import type { KnownBlock } from '@slack/types';
import type { Block } from './blocks';
import type { FileObject } from './files';
import type { Message } from './state';

/** A stored message; `to` is the only person who sees an ephemeral one. */
export interface StoredMessage {
  ts: string;
  user: string;
  text: string;
  blocks?: Block[];
  metadata?: unknown;
  threadTs?: string;
  to?: string;
  files?: FileObject[];
  edited: boolean;
  pinned: boolean;
}

/** The messages of every channel and direct conversation, oldest first. */
export class Messages {
  #byChannel = new Map<string, StoredMessage[]>();

  /** Adds the message, or replaces the one with the same timestamp. */
  put(channel: string, message: StoredMessage): void {
    const messages = this.#byChannel.get(channel) ?? [];
    const at = messages.findIndex(({ ts }) => ts === message.ts);
    if (at >= 0) messages[at] = message;
    else messages.push(message);
    const before = messages.at(-2);
    if (at < 0 && before && before.ts > message.ts) messages.sort((one, other) => (one.ts < other.ts ? -1 : 1));
    this.#byChannel.set(channel, messages);
  }

  mark(channel: string, ts: string, marks: Pick<StoredMessage, 'pinned'>): void {
    const message = this.find(channel, ts);
    if (message) this.put(channel, { ...message, ...marks });
  }

  /** Moves the messages to the channel's new id. */
  move(from: string, to: string): void {
    this.#byChannel.set(to, [...this.in(from)]);
    this.#byChannel.delete(from);
  }

  remove(channel: string, ts: string): void {
    this.#byChannel.set(
      channel,
      this.in(channel).filter((message) => message.ts !== ts),
    );
  }

  in(channel: string): readonly StoredMessage[] {
    return this.#byChannel.get(channel) ?? [];
  }

  find(channel: string, ts: string): StoredMessage | undefined {
    return this.in(channel).find((message) => message.ts === ts);
  }

  seenBy(userId: string, channel: string): StoredMessage[] {
    return this.in(channel).filter(({ to }) => to === undefined || to === userId);
  }

  /** All messages except ephemeral ones, which Slack does not store either. */
  lasting(): Record<string, StoredMessage[]> {
    return Object.fromEntries(
      [...this.#byChannel].map(([channel, messages]) => [channel, messages.filter(({ to }) => to === undefined)]),
    );
  }
}

/** A message from a Web API answer. */
export function fromAnswer(value: unknown): StoredMessage {
  const { ts, user, text, blocks, metadata, thread_ts, edited } = value as Record<string, unknown>;
  return {
    ts: String(ts),
    user: String(user),
    text: String(text ?? ''),
    ...(blocks ? { blocks: blocks as Block[] } : {}),
    ...(metadata ? { metadata } : {}),
    ...(thread_ts ? { threadTs: String(thread_ts) } : {}),
    edited: Boolean(edited),
    pinned: false,
  };
}

export function toShow(message: StoredMessage): Message {
  const { ts, user, text, blocks, edited, pinned, files } = message;
  const named = files?.map(({ id, name, size }) => ({ id, name, size }));
  const shown = {
    ...{ ts, user, text, ephemeral: message.to !== undefined, edited, pinned },
    ...(named && { files: named }),
  };
  return blocks ? { ...shown, blocks: blocks as unknown as KnownBlock[] } : shown;
}
