import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { post } from '../../outbox/post';
import { brokenChannelMessage } from './broken-channel.view';
import { getAccount } from './customer-accounts.sql';

/** Notifies sales that the app cannot reach the customer's channel. */
export const brokenChannel = defineMessage({ kind: 'channel.broken', deliver: notifyBrokenChannel });

async function notifyBrokenChannel(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const customer = await getAccount(context.db, Number(claimed.subject));
  if (!customer.channelError) return { kind: 'nothing' };
  const t = context.translator(claimed.to ? await context.localeOf(claimed.to) : customer.locale);
  return post(claimed, brokenChannelMessage(customer, customer.channelError, t), context);
}
