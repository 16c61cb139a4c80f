import type { Identity } from '../../core/person';
import type { Now } from '../../core/time';
import { toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import type { ClaimedMessage } from '../../outbox/claims';
import { liveMessageSubjects, saveLiveMessage } from '../../outbox/live-messages';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue, parsePersonKey, personKey } from '../../outbox/outbox';
import { findPosted, post } from '../../outbox/post';
import { refreshLiveMessage } from '../../outbox/refresh-live-message';
import { findCoordinator } from '../coordinators/coordinators.sql';
import { accessAnsweredMessage, accessRequestMessage } from './access.view';
import { accessReference } from './access-request';
import { getAccessRequest } from './access-requests.sql';
import { accessApproved, accessAsked, accessDeclined } from './request-changes';
import { salesToTell, WHILE_NOBODY_SELLS } from './sales-to-tell';

/** A person asked to become a coordinator, or that was answered: works out who is to be told. */
export const accessRequestChanged = defineMessage({ kind: 'access.changed', deliver: accessChanged, isInternal: true });

/** Shows the request to a person who sells. */
export const accessRequestNotice = defineMessage({ kind: 'access.show', deliver: showAccess });

/** That message, brought up to date in place. */
export const accessRequestRefresh = defineMessage({ kind: 'access.refresh', deliver: refreshAccess });

/** Tells the asker how it ended. */
export const accessRequestAnswer = defineMessage({
  kind: 'access.answered',
  deliver: tellAccessAnswered,
  customerOf: async (tx, id) => (await getAccessRequest(tx, Number(id))).customer.id,
});

export const followAccessRequest = on([accessAsked, accessApproved, accessDeclined], async (tx, entries, { now }) => {
  for (const { facts } of entries) {
    await enqueue(tx, { message: accessRequestChanged, subject: String(facts.id) }, toInstant(now));
  }
});

/** Works out who is to be told of it. An open request waits while nobody sells. */
async function accessChanged({ subject }: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now } = context;
  const { answer } = await getAccessRequest(db, Number(subject));
  const sales = answer ? [] : await salesToTell(context);
  if (!answer && sales.length === 0) return WHILE_NOBODY_SELLS;
  await followAccess(db, Number(subject), sales, now());
  return { kind: 'nothing' };
}

/** With the buttons to answer it; once it is answered nobody needs to see it any more. */
async function showAccess(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, now } = context;
  const isAnswered = async () => (await getAccessRequest(db, Number(claimed.subject))).answer !== undefined;
  const outcome = (await isAnswered())
    ? ((await findPosted(claimed, claimed.to?.userId ?? '', context)) ?? { kind: 'nothing' })
    : await post(claimed, await messageFor(claimed, context), context);
  if (outcome.kind !== 'sent') return outcome;
  await saveLiveMessage(db, standingOf(claimed), { channel: outcome.channel, ts: outcome.ts });
  const refresh = { message: accessRequestRefresh, subject: claimed.subject, ...(claimed.to && { to: claimed.to }) };
  // Answered meanwhile: whoever answered could not know of this message.
  if (outcome.isFound || (await isAnswered())) await enqueue(db, refresh, toInstant(now()));
  return outcome;
}

/** Says on the message of one who sells what became of the request, and takes the buttons off. */
async function refreshAccess(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  return refreshLiveMessage(standingOf(claimed), () => messageFor(claimed, context), claimed, context);
}

/** Tells whoever asked; but not that they are a coordinator where they are none any more. */
async function tellAccessAnswered(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const request = await getAccessRequest(context.db, Number(claimed.subject));
  const { customer, askedBy, answer } = request;
  const isCoordinator = (await findCoordinator(context.db, customer.id, askedBy)) !== undefined;
  if (answer?.kind === 'approved' && !isCoordinator) return { kind: 'nothing' };
  const t = context.translator(await context.localeOf(claimed.to ?? askedBy));
  return post(claimed, accessAnsweredMessage(request, t), context);
}

async function messageFor({ subject, to }: ClaimedMessage, { db, localeOf, translator }: MessageContext) {
  const request = await getAccessRequest(db, Number(subject));
  return accessRequestMessage(request, translator(to ? await localeOf(to) : request.customer.locale));
}

function standingOf({ subject, to }: ClaimedMessage): string {
  return `${accessReference(Number(subject))}:${to ? personKey(to) : ''}`;
}

/**
 * Tells everybody whom a request for access concerns: all who sell while it is open; when it is answered, whoever was
 * shown it, and the person who asked. Safe to repeat.
 */
async function followAccess(db: Database, id: number, sales: readonly Identity[], now: Now): Promise<void> {
  const at = toInstant(now);
  const subject = String(id);
  await db.transaction(async (tx) => {
    const { answer, askedBy } = await getAccessRequest(tx, id);
    if (!answer) {
      for (const to of sales) {
        const dedupeKey = `${accessRequestNotice.kind}:${id}:${personKey(to)}`;
        await enqueue(tx, { message: accessRequestNotice, subject, to, dedupeKey }, at);
      }
      return;
    }
    for (const shown of await liveMessageSubjects(tx, `${accessReference(id)}:`)) {
      await enqueue(tx, { message: accessRequestRefresh, subject, to: parsePersonKey(shown) }, at);
    }
    const dedupeKey = `${accessRequestAnswer.kind}:${id}`;
    await enqueue(tx, { message: accessRequestAnswer, subject, to: askedBy, dedupeKey }, at);
  });
}
