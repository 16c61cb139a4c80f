import { randomUUID } from 'node:crypto';
import { RespondError, type RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks';
import { classify } from '../failures';
import { persistently } from './persistently';

/** Reaches a person outside of modals. Rejects when Slack takes the words nowhere. */
export type Tell = (message: Message) => Promise<unknown>;

const EVENT_TYPE = 'seats_answer';
/** Messages of the last moments, among which an earlier attempt is looked for. */
const LATEST = 15;

/** `respond` is undefined where Slack has no place for an answer, as on the Home; then a direct message follows. */
export function teller(client: WebClient, userId: string, respond?: RespondFn): Tell {
  const directly: Tell = (message) => tellDirectly(client, userId, message);
  if (!respond) return directly;
  const beside: Tell = (message) => respond({ response_type: 'ephemeral', replace_original: false, ...message });
  return (message) => persistently(() => beside(message), isRefusedForGood).catch(() => directly(message));
}

/** The address of an answer ends after half an hour, or five answers. */
function isRefusedForGood(error: unknown): boolean {
  const status = error instanceof RespondError ? error.statusCode : undefined;
  return status !== undefined && status < 500 && status !== 429;
}

/** Posts once, also when Slack's answer is lost: a later attempt first looks for the message. */
async function tellDirectly(client: WebClient, userId: string, message: Message): Promise<void> {
  const key = randomUUID();
  const metadata = { event_type: EVENT_TYPE, event_payload: { key } };
  let isInDoubt = false;
  const post = async () => {
    if (isInDoubt && (await isPosted(client, userId, key))) return;
    await client.chat.postMessage({ channel: userId, ...message, metadata }).catch((error) => {
      isInDoubt ||= classify(error).kind === 'unknown';
      throw error;
    });
  };
  await persistently(post, (error) => classify(error).kind === 'permanent');
}

async function isPosted(client: WebClient, userId: string, key: string): Promise<boolean> {
  const { channel } = await client.conversations.open({ users: userId });
  if (!channel?.id) return false;
  const latest = { channel: channel.id, limit: LATEST, include_all_metadata: true };
  const { messages = [] } = await client.conversations.history(latest);
  return messages.some(({ metadata }) => (metadata?.event_payload as { key?: unknown } | undefined)?.key === key);
}
