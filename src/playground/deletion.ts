import { bot, type CastMember, people } from './cast';
import { remove } from './message-methods';
import { RefusedGesture } from './refusal';
import type { Slack } from './slack';
import type { Outcome } from './state';
import { channelNamed } from './surface';

/** Deletes a message of the bot or of anyone else, as a Slack administrator can. */
export async function deleteMessage(slack: Slack, person: CastMember, channelId: string, ts: string): Promise<Outcome> {
  const { id } = channelNamed(slack, person, channelId);
  const message = slack.messages.find(id, ts);
  if (!message) throw new RefusedGesture(`There is no message ${ts} in ${id} any more.`);
  const author = message.user === bot.userId ? 'slack' : people.find(({ userId }) => userId === message.user)?.key;
  const answer = await remove(slack, { channel: id, ts }, author);
  slack.changes.announce();
  return answer.ok ? { ok: true } : { ok: false, error: String(answer.error) };
}
