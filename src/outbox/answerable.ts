import { toInstant } from '../core/time';
import type { Database } from '../database/database';
import type { Message } from '../slack/blocks';
import { saveLiveMessage } from './live-messages';
import { defineMessage, type MessageContext, type OutboxMessage, type Outcome } from './message';
import { enqueue, personKey } from './outbox';
import type { ClaimedMessage } from './outbox-entry';
import { findPosted, post } from './post';
import { refreshLiveMessage } from './refresh-live-message';

/**
 * Something shown with buttons until a person answers it, such as a request or an invitation. Entries refer to it by
 * id.
 */
export interface Answerable<T> {
  /** Prefix of the message kinds. Stored with every entry, so it never changes. */
  name: string;
  reference: (id: number) => string;
  /** Loads the current state. */
  load: (db: Database, id: number) => Promise<T>;
  isOpen: (answerable: T) => boolean;
  compose: (answerable: T, claimed: ClaimedMessage, context: MessageContext) => Promise<Message>;
  /** The channel that shows it; omitted for direct messages. */
  channelOf?: (answerable: T) => string | undefined;
  customerOf?: OutboxMessage['customerOf'];
}

/** `notice` posts the message with the buttons; `refresh` shows the answer in its place. */
export function answerableMessages<T>(answerable: Answerable<T>): { notice: OutboxMessage; refresh: OutboxMessage } {
  const { name, customerOf } = answerable;
  const shared = customerOf ? { customerOf } : {};
  const refresh = defineMessage({
    kind: `${name}.refresh`,
    method: 'chat.update',
    deliver: (claimed, context) => showAnswer(answerable, claimed, context),
    ...shared,
  });
  const notice = defineMessage({
    kind: `${name}.show`,
    deliver: (claimed, context) => show(answerable, refresh, claimed, context),
    ...shared,
  });
  return { notice, refresh };
}

/** Posts nothing once answered; only looks for an earlier post with an unknown outcome. */
async function show<T>(
  answerable: Answerable<T>,
  refresh: OutboxMessage,
  claimed: ClaimedMessage,
  context: MessageContext,
): Promise<Outcome> {
  const { db, now } = context;
  const loaded = await load(answerable, claimed, db);
  const channel = answerable.channelOf?.(loaded) ?? '';
  const outcome = answerable.isOpen(loaded)
    ? await post(claimed, await answerable.compose(loaded, claimed, context), context, channel)
    : ((await findPosted(claimed, claimed.to?.userId ?? channel, context)) ?? { kind: 'nothing' });
  if (outcome.kind !== 'sent') return outcome;
  await saveLiveMessage(db, liveSubject(answerable, claimed), { channel: outcome.channel, ts: outcome.ts });
  // A message found in Slack may be outdated. An answer given meanwhile found no saved message to refresh.
  if (outcome.isFound || !answerable.isOpen(await load(answerable, claimed, db))) {
    const place = claimed.to ? { to: claimed.to } : { channel: outcome.channel };
    await enqueue(db, { message: refresh, subject: claimed.subject, ...place }, toInstant(now()));
  }
  return outcome;
}

/** Replaces the buttons with the answer. */
async function showAnswer<T>(answerable: Answerable<T>, claimed: ClaimedMessage, context: MessageContext) {
  const compose = async () => answerable.compose(await load(answerable, claimed, context.db), claimed, context);
  return refreshLiveMessage(liveSubject(answerable, claimed), compose, claimed, context);
}

function load<T>(answerable: Answerable<T>, { subject }: ClaimedMessage, db: Database): Promise<T> {
  return answerable.load(db, Number(subject));
}

function liveSubject<T>({ reference }: Answerable<T>, { subject, to }: ClaimedMessage): string {
  const of = reference(Number(subject));
  return to ? `${of}:${personKey(to)}` : of;
}
