import { bot, type CastMember, foreignTeam, homeTeam } from './cast';
import type { Channel } from './channels';
import { RefusedGesture } from './refusal';
import type { Slack } from './slack';
import type { Outcome } from './state';
import { report } from './talk';

/** The actions of a member on a channel. The bot receives the events that its manifest subscribes to. */
export class ChannelGestures {
  readonly #slack: Slack;
  readonly #person: CastMember;
  readonly #id: string;

  constructor(slack: Slack, person: CastMember, id: string) {
    this.#slack = slack;
    this.#person = person;
    this.#id = id;
  }

  /** `emulate` lets only a channel's creator rename it. */
  async renames(name: string): Promise<Outcome> {
    await this.#call('conversations.rename', { name }, this.#channel.byBot ? 'slack' : 'owner');
    this.#slack.channels.change(this.#id, { name });
    return this.#report(this.#kind('rename'), { channel: { id: this.#id, name, created: 0 } });
  }

  async archives(): Promise<Outcome> {
    await this.#call('conversations.archive');
    this.#slack.channels.change(this.#id, { archived: true });
    return this.#report(this.#kind('archive'), { channel: this.#id });
  }

  async restores(): Promise<Outcome> {
    await this.#call('conversations.unarchive');
    this.#slack.channels.change(this.#id, { archived: false });
    return this.#report(this.#kind('unarchive'), { channel: this.#id });
  }

  /** `emulate` cannot delete a channel, so it is archived and hidden. */
  async deletes(): Promise<Outcome> {
    const kind = this.#kind('deleted');
    await this.#call('conversations.archive');
    this.#slack.channels.remove(this.#id);
    return this.#report(kind, { channel: this.#id });
  }

  async removesBot(): Promise<Outcome> {
    await this.#call('conversations.kick', { user: bot.userId });
    return this.#report('member_left_channel', { user: bot.userId, channel: this.#id, team: homeTeam.id });
  }

  async invitesBot(): Promise<Outcome> {
    await this.#call('conversations.invite', { users: bot.userId });
    const details = { user: bot.userId, channel: this.#id, team: homeTeam.id, inviter: this.#person.userId };
    return this.#report('member_joined_channel', details);
  }

  async shares(): Promise<Outcome> {
    this.#slack.channels.change(this.#id, { shared: true });
    return this.#report('channel_shared', { connected_team_id: foreignTeam.id, channel: this.#id });
  }

  async unshares(): Promise<Outcome> {
    this.#slack.channels.change(this.#id, { shared: false });
    const details = { previously_connected_team_id: foreignTeam.id, channel: this.#id, is_ext_shared: false };
    return this.#report('channel_unshared', details);
  }

  /** Slack sometimes gives a channel a new id, for example when it is shared. Its messages stay. */
  async becomes(id: string): Promise<Outcome> {
    const channel = this.#channel;
    this.#slack.emulator.ids.rename(this.#id, id);
    this.#slack.messages.move(this.#id, id);
    this.#slack.channels.remove(this.#id);
    this.#slack.channels.put({ ...channel, id });
    return this.#report('channel_id_changed', { old_channel_id: this.#id, new_channel_id: id });
  }

  get #channel(): Channel {
    const channel = this.#slack.channels.find(this.#id);
    if (channel?.members.includes(this.#person.key)) return channel;
    throw new RefusedGesture(`${this.#person.name} is not in channel ${this.#id}.`);
  }

  /** The event's name, which is different for private channels. */
  #kind(what: string): string {
    return `${this.#channel.isPrivate ? 'group' : 'channel'}_${what}`;
  }

  async #call(method: string, body: Record<string, unknown> = {}, caller = this.#person.key): Promise<void> {
    const answer = await this.#slack.emulator.call(caller, method, { channel: this.#channel.id, ...body });
    if (!answer.ok) throw new RefusedGesture(`Slack refused ${method}: ${answer.error}`);
  }

  #report(type: string, details: Record<string, unknown>): Promise<Outcome> {
    this.#slack.changes.announce();
    return report(this.#slack, this.#person, type, { type, ...details });
  }
}
