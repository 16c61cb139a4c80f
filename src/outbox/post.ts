import type { DurationLike } from 'luxon';
import { parseInstant } from '../core/time';
import type { Message } from '../slack/blocks';
import type { MessageContext, Outcome } from './message';
import type { ClaimedMessage } from './outbox-entry';

const EVENT_TYPE = 'seats_outbox';
/** The lease would end before Slack answers. */
export const TOO_LITTLE_TIME: Outcome = { kind: 'later', why: 'too little time was left' };
type Sent = Outcome & { kind: 'sent' };

/** Slack's clock and ours may differ: ours may have been wrong when the entry was queued or tried. */
export const SKEW = { days: 1 };

/**
 * Posts to a channel, or to the recipient of the entry. After an attempt with an unknown outcome, looks for the message
 * first.
 */
export async function post(
  claimed: ClaimedMessage,
  message: Message,
  context: MessageContext,
  channel?: string,
): Promise<Outcome> {
  const place = claimed.to?.userId ?? channel;
  if (!place) return { kind: 'nothing' };
  return (await findPosted(claimed, place, context)) ?? postNow(claimed, claimed.dedupeKey, place, message, context);
}

/**
 * Finds the message of an earlier attempt with an unknown outcome: that attempt posted to the channel of its time.
 * Does not call Slack when there was none.
 */
export async function findPosted(
  claimed: ClaimedMessage,
  place: string,
  context: MessageContext,
): Promise<Sent | undefined> {
  if (!claimed.maybeDone) return undefined;
  const placeThen = claimed.to ? place : (channelOf(claimed) ?? place);
  return lookFor(claimed.dedupeKey, claimed, await conversation(claimed, placeThen, context), context);
}

/** Posts without looking for an earlier message. `key` identifies the message in Slack. */
export async function postNow(
  claimed: ClaimedMessage,
  key: string,
  place: string,
  message: Message,
  { client }: MessageContext,
): Promise<Outcome> {
  if (!claimed.mayPost()) return TOO_LITTLE_TIME;
  const metadata = { event_type: EVENT_TYPE, event_payload: { key } };
  const sent = await client.chat.postMessage({ channel: place, ...message, metadata, unfurl_links: false });
  return { kind: 'sent', channel: sent.channel ?? place, ts: sent.ts ?? '', isPosted: true };
}

/** Finds the message with that key in the channel's history; `back` is how long before the entry the search starts. */
export async function lookFor(
  key: string,
  claimed: ClaimedMessage,
  channel: string,
  { client }: MessageContext,
  back: DurationLike = SKEW,
): Promise<Sent | undefined> {
  const began = [claimed.createdAt, claimed.firstTriedAt ?? claimed.createdAt].sort()[0] ?? claimed.createdAt;
  const oldest = String(parseInstant(began).minus(back).toSeconds());
  let cursor: string | undefined;
  do {
    const page = await client.conversations.history({
      channel,
      oldest,
      limit: 200,
      include_all_metadata: true,
      ...(cursor && { cursor }),
    });
    const found = page.messages?.find((message) => keyOf(message.metadata?.event_payload) === key);
    if (found?.ts) return { kind: 'sent', channel, ts: found.ts, isFound: true };
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  return undefined;
}

/** A direct message lives in a conversation with an id of its own. */
export async function conversation(
  claimed: ClaimedMessage,
  place: string,
  { client }: MessageContext,
): Promise<string> {
  if (!claimed.to) return place;
  const { channel } = await client.conversations.open({ users: place });
  return channel?.id ?? place;
}

/** The channel for which the entry was queued: its concurrency key. Undefined for other keys. */
export function channelOf({ concurrencyKey }: ClaimedMessage): string | undefined {
  return /^[CGD][A-Z0-9]{6,}$/.test(concurrencyKey) ? concurrencyKey : undefined;
}

function keyOf(payload: object | undefined): unknown {
  return payload && 'key' in payload ? payload.key : undefined;
}
