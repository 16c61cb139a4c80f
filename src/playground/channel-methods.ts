import { foreignTeam, homeTeam } from './cast';
import type { Answer } from './emulator';
import { refused } from './refusal';
import type { Slack } from './slack';

type Body = Record<string, unknown>;

export const channelMethods = {
  'conversations.info': describeChannel,
  'conversations.create': createChannel,
  'conversations.invite': invite,
};

/** Adds the flags of a channel shared with another company. Hides a private channel that the bot is not in. */
async function describeChannel(slack: Slack, body: Body): Promise<Answer> {
  const answer = await slack.emulator.call('app', 'conversations.info', body);
  if (!answer.ok) return answer.error === 'not_in_channel' ? refused('channel_not_found') : answer;
  const { shared = false } = slack.channels.find(body.channel) ?? {};
  const teams = { shared_team_ids: [homeTeam.id, ...(shared ? [foreignTeam.id] : [])], context_team_id: homeTeam.id };
  return { ...answer, channel: { ...(answer.channel as Body), is_shared: shared, is_ext_shared: shared, ...teams } };
}

async function createChannel(slack: Slack, body: Body): Promise<Answer> {
  const answer = await slack.emulator.call('app', 'conversations.create', body);
  if (!answer.ok) return answer;
  const { id, name, is_private } = answer.channel as { id: string; name: string; is_private: boolean };
  slack.channels.put({ id, name, members: [], shared: false, isPrivate: is_private, archived: false, byBot: true });
  return answer;
}

async function invite(slack: Slack, body: Body): Promise<Answer> {
  const answer = await slack.emulator.call('app', 'conversations.invite', body);
  if (answer.ok) slack.channels.admit(body.channel, String(body.users).split(','));
  return answer;
}
