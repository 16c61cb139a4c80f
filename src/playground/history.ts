import type { Answer } from './emulator';
import type { Slack } from './slack';

interface HistoryMessage {
  ts: string;
  metadata?: unknown;
  files?: unknown;
}

/** `emulate` has paging, but no bounds, `include_all_metadata` or pins; those are added here. */
export async function readHistory(slack: Slack, body: Record<string, unknown>): Promise<Answer> {
  const answer = await slack.emulator.call('app', 'conversations.history', { channel: body.channel, limit: 1000 });
  if (!answer.ok) return answer;
  const limit = Math.min(Number(body.limit) || 100, 999);
  const newestFirst = (answer.messages as HistoryMessage[]).sort((one, other) => (one.ts < other.ts ? 1 : -1));
  const bounded = newestFirst.filter(({ ts }) => isWithin(ts, body));
  const pinned = pinnedIn(slack, String(body.channel));
  const page = bounded
    .slice(0, limit)
    .map((message) => (isTrue(body.include_all_metadata) ? message : bare(message)))
    .map((message) => (pinned.has(message.ts) ? { ...message, pinned_to: [body.channel] } : message))
    .map((message) => withFiles(slack, String(body.channel), message));
  const more = bounded.length > limit;
  const next = more ? encodeCursor(page.at(-1)?.ts ?? '') : '';
  return { ok: true, messages: page, has_more: more, pin_count: pinned.size, response_metadata: { next_cursor: next } };
}

function pinnedIn(slack: Slack, channel: string): Set<string> {
  return new Set(slack.messages.in(channel).flatMap(({ ts, pinned }) => (pinned ? [ts] : [])));
}

function withFiles(slack: Slack, channel: string, message: HistoryMessage): HistoryMessage {
  const files = slack.messages.find(channel, message.ts)?.files;
  return files ? { ...message, files } : message;
}

function isWithin(ts: string, { oldest, latest, inclusive, cursor }: Record<string, unknown>): boolean {
  if (cursor && ts >= decodeCursor(String(cursor))) return false;
  const at = Number(ts);
  if (isTrue(inclusive) && (ts === oldest || ts === latest)) return true;
  return !(oldest && at <= Number(oldest)) && !(latest && at >= Number(latest));
}

function bare({ metadata: _, ...message }: HistoryMessage): HistoryMessage {
  return message;
}

function encodeCursor(ts: string): string {
  return Buffer.from(`next_ts:${ts}`).toString('base64');
}

function decodeCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64').toString('utf8').replace('next_ts:', '');
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}
