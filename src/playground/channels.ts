import { type CastMember, channels, people } from './cast';

/** A channel as it is now. */
export interface Channel {
  id: string;
  name: string;
  /** Keys of the people in it. */
  members: readonly string[];
  /** With another company. */
  shared: boolean;
  isPrivate: boolean;
  archived: boolean;
  /** Made by the bot, rather than there from the start. */
  byBot: boolean;
}

/** Every channel of the workspace: those of the cast, and what people and the bot have made of them since. */
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

  /** Lets those with these user ids in. */
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

  /** What somebody sees in their sidebar. */
  of({ key }: CastMember): Channel[] {
    return [...this.#all.values()].filter(({ members, archived }) => members.includes(key) && !archived);
  }
}
