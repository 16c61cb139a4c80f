import type { Delivery } from '../../app/delivery';
import { toInstant } from '../../core/time';
import type { Outcome, Turn } from '../../outbox/attempt';
import { enqueue, personKey } from '../../outbox/outbox';
import { findPosted, post } from '../../outbox/post';
import { refreshStanding } from '../../outbox/refresh';
import { saveStanding } from '../../outbox/standing-messages';
import { findCoordinator } from '../coordinators/coordinators.sql';
import { accessAnsweredMessage, accessRequestMessage } from './access.view';
import { accessReference } from './access-request';
import { getAccessRequest } from './access-requests.sql';
import { followAccess } from './follow-access';
import { salesToTell, WHILE_NOBODY_SELLS } from './sales-to-tell.messages';

/** Works out who is to be told of it. An open request waits while nobody sells. */
export async function accessChanged({ subject }: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, now } = delivery;
  const { answer } = await getAccessRequest(db, Number(subject));
  const sales = answer ? [] : await salesToTell(delivery);
  if (!answer && sales.length === 0) return WHILE_NOBODY_SELLS;
  await followAccess(db, Number(subject), sales, now());
  return { kind: 'nothing' };
}

/** With the buttons to answer it; once it is answered nobody needs to see it any more. */
export async function showAccess(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const { db, now } = delivery;
  const isAnswered = async () => (await getAccessRequest(db, Number(turn.subject))).answer !== undefined;
  const outcome = (await isAnswered())
    ? ((await findPosted(turn, turn.to?.userId ?? '', delivery)) ?? { kind: 'nothing' })
    : await post(turn, await messageFor(turn, delivery), delivery);
  if (outcome.kind !== 'sent') return outcome;
  await saveStanding(db, standingOf(turn), { channel: outcome.channel, ts: outcome.ts });
  const refresh = { kind: 'access.refresh' as const, subject: turn.subject, ...(turn.to && { to: turn.to }) };
  // Answered meanwhile: whoever answered could not know of this message.
  if (outcome.isFound || (await isAnswered())) await enqueue(db, refresh, toInstant(now()));
  return outcome;
}

/** Says on the message of one who sells what became of the request, and takes the buttons off. */
export async function refreshAccess(turn: Turn, delivery: Delivery): Promise<Outcome> {
  return refreshStanding(standingOf(turn), () => messageFor(turn, delivery), turn, delivery);
}

/** Tells whoever asked; but not that they are a coordinator where they are none any more. */
export async function tellAccessAnswered(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const request = await getAccessRequest(delivery.db, Number(turn.subject));
  const { customer, askedBy, answer } = request;
  const isCoordinator = (await findCoordinator(delivery.db, customer.id, askedBy)) !== undefined;
  if (answer?.kind === 'approved' && !isCoordinator) return { kind: 'nothing' };
  const t = delivery.translator(await delivery.localeOf(turn.to ?? askedBy));
  return post(turn, accessAnsweredMessage(request, t), delivery);
}

async function messageFor({ subject, to }: Turn, { db, localeOf, translator }: Delivery) {
  const request = await getAccessRequest(db, Number(subject));
  return accessRequestMessage(request, translator(to ? await localeOf(to) : request.customer.locale));
}

function standingOf({ subject, to }: Turn): string {
  return `${accessReference(Number(subject))}:${to ? personKey(to) : ''}`;
}
