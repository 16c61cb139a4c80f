import { bot, type CastMember } from './cast';
import type { Answer } from './emulator';
import { post, remove, rewrite, whisper } from './message-methods';
import { refused } from './refusal';
import type { ResponseTarget } from './response-urls';
import type { Slack } from './slack';

interface Said {
  text?: unknown;
  blocks?: unknown;
  response_type?: unknown;
  replace_original?: unknown;
  delete_original?: unknown;
}

/** Shows the bot's answer to a command or a response URL. Only the person sees it unless it says otherwise. */
export async function showAnswer(slack: Slack, target: ResponseTarget, body: unknown): Promise<Answer> {
  const said: Said = typeof body === 'string' ? { text: body } : ((body ?? {}) as Said);
  const { person, channel, ts } = target;
  if (ts && isTrue(said.delete_original)) return erase(slack, channel, ts);
  const content = contentOf(said);
  if (Object.keys(content).length === 0) return refused('no_text');
  if (ts && isTrue(said.replace_original)) return replace(slack, person, channel, ts, content);
  if (said.response_type === 'in_channel') return post(slack, { channel, ...content }, 'slack');
  return whisper(slack, { channel, user: person.userId, ...content }, 'slack');
}

async function erase(slack: Slack, channel: string, ts: string): Promise<Answer> {
  if (slack.messages.find(channel, ts)?.to) {
    slack.messages.remove(channel, ts);
    return { ok: true };
  }
  return remove(slack, { channel, ts }, 'slack');
}

async function replace(
  slack: Slack,
  person: CastMember,
  channel: string,
  ts: string,
  content: Record<string, unknown>,
): Promise<Answer> {
  if (!slack.messages.find(channel, ts)?.to) return rewrite(slack, { channel, ts, ...content }, 'slack');
  const answer = await whisper(slack, { channel, user: person.userId, ...content }, 'slack');
  const fresh = slack.messages.find(channel, String(answer.message_ts));
  if (!answer.ok || !fresh) return answer;
  slack.messages.remove(channel, fresh.ts);
  slack.messages.put(channel, { ...fresh, ts, user: bot.userId, edited: true });
  return answer;
}

function contentOf({ text, blocks }: Said): Record<string, unknown> {
  return { ...(text ? { text } : {}), ...(blocks ? { blocks } : {}) };
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
