import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { type Now, toInstant } from '../../core/time';
import { type Change, on, type Subscription } from '../../database/changes';
import type { Database } from '../../database/database';
import { type Answerable, answerableMessages } from '../../outbox/answerable';
import { liveMessageSubjects } from '../../outbox/live-messages';
import { defineMessage, type MessageContext, type OutboxMessage, type Outcome } from '../../outbox/message';
import { enqueue, parsePersonKey, personKey } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { post } from '../../outbox/post';
import { salesToNotify, WHILE_NOBODY_SELLS } from '../../outbox/sales-to-notify';
import type { Message } from '../../slack/blocks';
import type { RequestFacts } from './request-changes';

/** A request to all of sales; the first answer settles it. */
interface SalesRequest {
  customer: Customer;
  askedBy: Identity;
  /** Undefined while open. */
  answer: object | undefined;
}

interface SalesRequestKind<T> extends Pick<Answerable<T>, 'name' | 'reference' | 'load' | 'compose'> {
  /** The changes that open and answer a request. */
  changes: readonly Change<RequestFacts>[];
  /** The answer for the person who asked; undefined if it no longer applies. */
  composeAnswer: (request: T, claimed: ClaimedMessage, context: MessageContext) => Promise<Message | undefined>;
}

interface SalesRequestMessages {
  /** Works out the recipients. An open request waits until there is at least one sales person. */
  changed: OutboxMessage;
  /** Shows the request to one sales person. */
  notice: OutboxMessage;
  /** Updates that message in place. */
  refresh: OutboxMessage;
  /** Notifies the person who asked of the answer. */
  answer: OutboxMessage;
  reaction: Subscription;
}

export function salesRequestMessages<T extends SalesRequest>(kind: SalesRequestKind<T>): SalesRequestMessages {
  const shown = answerableMessages({ ...kind, isOpen: ({ answer }) => answer === undefined });
  const answer = defineMessage({
    kind: `${kind.name}.answered`,
    deliver: (claimed, context) => notifyAsker(kind, claimed, context),
    customerOf: async (tx, id) => (await kind.load(tx, Number(id))).customer.id,
  });
  const changed = defineMessage({
    kind: `${kind.name}.changed`,
    deliver: (claimed, context) => notifyConcerned(kind, { ...shown, answer }, claimed, context),
    isInternal: true,
  });
  const reaction = on(kind.changes, async (tx, entries, { now }) => {
    for (const { facts } of entries) {
      await enqueue(tx, { message: changed, subject: String(facts.id) }, toInstant(now));
    }
  });
  return { changed, ...shown, answer, reaction };
}

async function notifyConcerned<T extends SalesRequest>(
  kind: SalesRequestKind<T>,
  messages: Pick<SalesRequestMessages, 'notice' | 'refresh' | 'answer'>,
  { subject }: ClaimedMessage,
  context: MessageContext,
): Promise<Outcome> {
  const { db, now } = context;
  const id = Number(subject);
  const isOpen = !(await kind.load(db, id)).answer;
  const sales = isOpen ? await salesToNotify(context) : [];
  if (isOpen && sales.length === 0) return WHILE_NOBODY_SELLS;
  await db.transaction(async (tx) => {
    const { answer, askedBy } = await kind.load(tx, id);
    if (answer) await queueAnswer(tx, messages, { id, askedBy, reference: kind.reference(id) }, now());
    else await queueNotices(tx, messages, id, sales, now());
  });
  return { kind: 'nothing' };
}

/** Queues one notice per sales person. Idempotent. */
async function queueNotices(
  tx: Database,
  { notice: message }: Pick<SalesRequestMessages, 'notice'>,
  id: number,
  sales: readonly Identity[],
  now: Now,
): Promise<void> {
  for (const to of sales) {
    const dedupeKey = `${message.kind}:${id}:${personKey(to)}`;
    await enqueue(tx, { message, subject: String(id), to, dedupeKey }, toInstant(now));
  }
}

/** Updates every notice, and notifies the person who asked once. Idempotent. */
async function queueAnswer(
  tx: Database,
  { refresh, answer }: Pick<SalesRequestMessages, 'refresh' | 'answer'>,
  { id, askedBy, reference }: { id: number; askedBy: Identity; reference: string },
  now: Now,
): Promise<void> {
  const at = toInstant(now);
  const subject = String(id);
  for (const shown of await liveMessageSubjects(tx, `${reference}:`)) {
    await enqueue(tx, { message: refresh, subject, to: parsePersonKey(shown) }, at);
  }
  await enqueue(tx, { message: answer, subject, to: askedBy, dedupeKey: `${answer.kind}:${id}` }, at);
}

async function notifyAsker<T>(
  kind: SalesRequestKind<T>,
  claimed: ClaimedMessage,
  context: MessageContext,
): Promise<Outcome> {
  const request = await kind.load(context.db, Number(claimed.subject));
  const message = await kind.composeAnswer(request, claimed, context);
  return message ? post(claimed, message, context) : { kind: 'nothing' };
}
