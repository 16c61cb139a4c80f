import { toInstant } from '../core/time';
import type { Database } from '../database/database';
import type { Message } from '../slack/blocks';
import { saveLiveMessage } from './live-messages';
import { defineMessage, type MessageContext, type OutboxMessage, type Outcome } from './message';
import { enqueue, personKey } from './outbox';
import type { ClaimedMessage } from './outbox-entry';
import { findPosted, post } from './post';
import { refreshLiveMessage } from './refresh-live-message';

/** What is shown with buttons until a person answers it, such as a request or an invitation. Its entries name it by number. */
export interface Answerable<T> {
  /** The kinds of its messages begin with it. Stored with every entry, so it never changes. */
  name: string;
  reference: (id: number) => string;
  /** As it is now. */
  load: (db: Database, id: number) => Promise<T>;
  isOpen: (answerable: T) => boolean;
  compose: (answerable: T, claimed: ClaimedMessage, context: MessageContext) => Promise<Message>;
  /** The channel that shows it; left out where single people are shown it. */
  channelOf?: (answerable: T) => string | undefined;
  customerOf?: OutboxMessage['customerOf'];
}

/** The message with the buttons, and the one that says on it, in place, how it was answered. */
export function answerableMessages<T>(answerable: Answerable<T>): { notice: OutboxMessage; refresh: OutboxMessage } {
  const { name, customerOf } = answerable;
  const shared = customerOf ? { customerOf } : {};
  const refresh = defineMessage({
    kind: `${name}.refresh`,
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

/** Once it is answered, nobody needs to see it any more. */
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
  // Answered meanwhile: the answer could not refresh a message that was not saved yet.
  if (outcome.isFound || !answerable.isOpen(await load(answerable, claimed, db))) {
    const place = claimed.to ? { to: claimed.to } : { channel: outcome.channel };
    await enqueue(db, { message: refresh, subject: claimed.subject, ...place }, toInstant(now()));
  }
  return outcome;
}

/** Takes the buttons off. */
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
