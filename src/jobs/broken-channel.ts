import { translator } from '../slack/translate';
import { brokenChannelMessage } from '../slack/views/seller';
import { getAccount } from '../storage/customer-accounts';
import type { Outcome, Turn } from './attempt';
import type { Delivery } from './delivery';
import { post } from './post';

export async function tellBrokenChannel(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const customer = await getAccount(delivery.db, Number(turn.subject));
  if (!customer.channelError) return { kind: 'nothing' };
  const t = translator(turn.to ? await delivery.localeOf(turn.to) : customer.locale);
  return post(turn, brokenChannelMessage(customer, customer.channelError, t), delivery);
}
