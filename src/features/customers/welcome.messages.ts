import type { CustomerAccount } from '../../core/customer';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import { findLiveMessage, saveLiveMessage } from '../../outbox/live-messages';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import { enqueue } from '../../outbox/outbox';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { post } from '../../outbox/post';
import { getAccount } from './customer-accounts.sql';
import { welcomeMessage } from './welcome.view';

/** Introduces the app in the customer's new channel. */
export const welcomeCustomer = defineMessage({
  kind: 'customer.welcome',
  deliver: greet,
  customerOf: async (_tx, customerId) => Number(customerId),
});

/** The key of the customer's welcome among the live messages. */
function welcomeSubject(customerId: number): string {
  return `welcome:${customerId}`;
}

/** Queues one welcome per channel. A channel from an import gets none: the app is already known there. */
export async function welcome(tx: Database, { id, channel, channelBy }: CustomerAccount, at: Instant): Promise<void> {
  if (!channel || !channelBy || (await findLiveMessage(tx, welcomeSubject(id)))?.channel === channel) return;
  const dedupeKey = `customer.welcome:${id}:${channel}`;
  await enqueue(tx, { message: welcomeCustomer, subject: String(id), channel, dedupeKey }, at);
}

/** Posts once per channel. Idempotent. */
async function greet(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db } = context;
  const account = await getAccount(db, Number(claimed.subject));
  const { channel, channelBy, archived } = account;
  const subject = welcomeSubject(account.id);
  if (!channel || !channelBy || archived || (await findLiveMessage(db, subject))?.channel === channel)
    return { kind: 'nothing' };
  const outcome = await post(
    claimed,
    welcomeMessage(account, channelBy, context.translator(account.locale)),
    context,
    channel,
  );
  // An earlier attempt may have posted to the channel that the customer had then, which says nothing of the new one.
  if (outcome.kind === 'sent') await saveLiveMessage(db, subject, { channel: outcome.channel, ts: outcome.ts });
  return outcome;
}
