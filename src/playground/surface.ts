import { type Block, elementsOf, type PlacedElement } from './blocks';
import { bot, type CastMember, homeTeam, type Team } from './cast';
import type { StoredMessage } from './messages';
import type { OpenModal } from './modals';
import { RefusedGesture } from './refusal';
import type { Slack } from './slack';
import { stateOf } from './view-state';

/** The place of an element on a person's screen. */
export type Place =
  | { where: 'message'; channel: string; ts: string }
  | { where: 'modal'; viewId?: string | undefined }
  | { where: 'home' };

/** The message or view at a place, with its details for payloads. */
export interface Surface {
  blocks: readonly Block[];
  team: Team;
  details: Record<string, unknown>;
  viewId?: string;
  modal?: OpenModal;
  message?: { channel: string; ts: string };
}

export function surfaceAt(slack: Slack, person: CastMember, place: Place): Surface {
  switch (place.where) {
    case 'message':
      return messageAt(slack, person, place.channel, place.ts);
    case 'modal':
      return modalAt(slack, person, place.viewId);
    case 'home':
      return homeOf(slack, person);
  }
}

interface ElementName {
  blockId: string;
  actionId: string;
  /** The value that the person saw, of a button. */
  value?: string | undefined;
}

/** The element in that block; where the block has changed in place meanwhile, the one with the same action. */
export function elementOn({ blocks }: Surface, { blockId, actionId, value }: ElementName): PlacedElement {
  const named = elementsOf(blocks).filter(({ element }) => element.action_id === actionId);
  const found =
    named.find(({ block }) => block.block_id === blockId) ??
    named.find(({ element }) => element.value === value) ??
    (named.length === 1 ? named[0] : undefined);
  if (!found) throw new RefusedGesture(`There is no element ${actionId} in block ${blockId}.`);
  return found;
}

/** The channels and the direct conversation that a person is in. */
export function channelsOf(
  slack: Slack,
  person: CastMember,
): { id: string; name: string; kind: 'channel' | 'direct'; shared: boolean }[] {
  return [
    ...slack.channels.of(person).map(({ id, name, shared }) => ({ id, name, kind: 'channel' as const, shared })),
    { id: person.directId, name: bot.name, kind: 'direct', shared: false },
  ];
}

/** The channel's name in payloads. Throws when the person is not in the channel. */
export function channelNamed(slack: Slack, person: CastMember, id: string): { id: string; name: string } {
  const channel = channelsOf(slack, person).find((one) => one.id === id);
  if (!channel) throw new RefusedGesture(`${person.name} is not in channel ${id}.`);
  return { id, name: channel.kind === 'direct' ? 'directmessage' : channel.name };
}

function messageAt(slack: Slack, person: CastMember, channelId: string, ts: string): Surface {
  const channel = channelNamed(slack, person, channelId);
  const message = slack.messages.seenBy(person.userId, channelId).find((one) => one.ts === ts);
  if (!message) throw new RefusedGesture(`There is no message ${ts} in ${channelId} any more.`);
  const blocks = message.blocks ?? [];
  const ephemeral = message.to !== undefined;
  const container = { type: 'message', message_ts: ts, channel_id: channelId, is_ephemeral: ephemeral };
  // Slack's payloads leave out ephemeral messages.
  const shown = ephemeral ? {} : { message: described(message) };
  const details = { container, channel, ...shown, state: { values: stateOf(blocks) } };
  return { blocks, team: homeTeam, details, message: { channel: channelId, ts } };
}

function modalAt(slack: Slack, person: CastMember, viewId: string | undefined): Surface {
  const modal = viewId ? slack.modals.find(person.userId, viewId) : slack.modals.top(person.userId);
  if (!modal) throw new RefusedGesture(`${person.name} has no such modal open.`);
  const { view } = modal;
  const details = { container: { type: 'view', view_id: view.id }, view };
  return { blocks: view.blocks, team: person.team, details, viewId: view.id, modal };
}

function homeOf(slack: Slack, person: CastMember): Surface {
  const view = slack.homes.get(person.userId);
  if (!view) throw new RefusedGesture(`The bot has published no Home for ${person.name}.`);
  return {
    blocks: view.blocks,
    team: person.team,
    details: { container: { type: 'view', view_id: view.id }, view },
    viewId: view.id,
  };
}

function described({ ts, user, text, blocks, metadata, threadTs, edited }: StoredMessage): Record<string, unknown> {
  const byBot = user === bot.userId ? { bot_id: bot.botId, app_id: bot.appId } : {};
  return {
    type: 'message',
    user,
    ...byBot,
    text,
    ts,
    team: homeTeam.id,
    ...(blocks ? { blocks } : {}),
    ...(metadata ? { metadata } : {}),
    ...(threadTs ? { thread_ts: threadTs } : {}),
    ...(edited ? { edited: { user, ts } } : {}),
  };
}
