import { bot, type CastMember, homeTeam, isForeign } from './cast';
import { fromAnswer } from './messages';
import { event } from './payloads';
import { RefusedGesture } from './refusal';
import type { Slack } from './slack';
import type { Outcome } from './state';
import { channelNamed } from './surface';

/** Posts in a channel or to the bot. The bot receives the events that its manifest subscribes to. */
export async function say(slack: Slack, person: CastMember, channelId: string, text: string): Promise<Outcome> {
  const { name } = channelNamed(slack, person, channelId);
  const answer = await slack.emulator.must(person.key, 'chat.postMessage', { channel: channelId, text });
  const message = fromAnswer(answer.message);
  slack.messages.put(channelId, message);
  slack.changes.announce();
  const details = { channel: channelId, text, ts: message.ts, team: person.team.id };
  if (name === 'directmessage')
    await report(slack, person, 'message.im', { type: 'message', channel_type: 'im', ...details });
  if (text.includes(`<@${bot.userId}>`))
    await report(slack, person, 'app_mention', { type: 'app_mention', ...details });
  return { ok: true };
}

export async function openHome(slack: Slack, person: CastMember): Promise<Outcome> {
  if (isForeign(person)) {
    throw new RefusedGesture(`The app is not installed in the workspace of ${person.team.name}: it has no Home there.`);
  }
  const view = slack.homes.get(person.userId);
  const details = { type: 'app_home_opened', channel: person.directId, tab: 'home', ...(view ? { view } : {}) };
  return report(slack, person, 'app_home_opened', details);
}

/** Sends the bot an event, if its manifest subscribes to it. */
export async function report(
  slack: Slack,
  person: CastMember,
  subscription: string,
  details: Record<string, unknown>,
): Promise<Outcome> {
  if (!slack.manifest.settings.event_subscriptions.bot_events.includes(subscription)) return { ok: true };
  const reply = await slack.deliver(person, {
    kind: 'events_api',
    payload: event(person, homeTeam, details, slack.clock.now()),
  });
  return reply.ok ? { ok: true } : reply;
}
