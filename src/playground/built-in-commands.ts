import { bot, type CastMember } from './cast';
import { ChannelGestures } from './channel-gestures';
import { RefusedGesture } from './refusal';
import type { Slack } from './slack';
import type { Outcome } from './state';

type Do = (channel: ChannelGestures, rest: string) => Promise<Outcome>;

/** Slack's own commands, as far as they concern the bot. */
const commands: Record<string, Do> = {
  '/invite': (channel, rest) => channel.invitesBot(...onlyBot(rest)),
  '/remove': (channel, rest) => channel.removesBot(...onlyBot(rest)),
  '/rename': (channel, rest) => channel.renames(rest),
  '/archive': (channel) => channel.archives(),
};

/** Undefined when the line is not one of Slack's own commands. */
export function runBuiltIn(slack: Slack, person: CastMember, channel: string, line: string) {
  const [command = '', ...rest] = line.trim().split(/\s+/);
  if (!Object.hasOwn(commands, command)) return undefined;
  return commands[command]?.(new ChannelGestures(slack, person, channel), rest.join(' '));
}

function onlyBot(name: string): [] {
  if (name.toLowerCase() === `@${bot.name.toLowerCase()}`) return [];
  throw new RefusedGesture(`Here only @${bot.name} comes and goes.`);
}
