import { type CastMember, channels, people } from './cast';

/** The current state of a channel. */
export interface Channel {
  id: string;
  name: string;
  /** Keys of its members. */
  members: readonly string[];
  /** True when it is shared with another company. */
  shared: boolean;
  isPrivate: boolean;
  archived: boolean;
  /** True when the bot made it; false for the channels of the cast. */
  byBot: boolean;
}

/** All channels of the workspace: those of the cast, and those made since. */
export class Channels {
  readonly #all = new Map<string, Channel>();

  constructor() {
    for (const channel of channels) this.put({ ...channel, isPrivate: false, archived: false, byBot: false });
  }

  put(channel: Channel): void {
    this.#all.set(channel.id, channel);
  }

  find(id: unknown): Channel | undefined {
    return this.#all.get(String(id));
  }

  change(id: unknown, change: Partial<Channel>): void {
    const channel = this.find(id);
    if (channel) this.put({ ...channel, ...change });
  }

  /** Adds the people with these user ids. */
  admit(id: unknown, userIds: readonly string[]): void {
    const keys = people.filter(({ userId }) => userIds.includes(userId)).map(({ key }) => key);
    this.change(id, { members: [...new Set([...(this.find(id)?.members ?? []), ...keys])] });
  }

  remove(id: string): void {
    this.#all.delete(id);
  }

  get madeByBot(): Channel[] {
    return [...this.#all.values()].filter(({ byBot }) => byBot);
  }

  /** The channels in a person's sidebar. */
  of({ key }: CastMember): Channel[] {
    return [...this.#all.values()].filter(({ members, archived }) => members.includes(key) && !archived);
  }
}
