import type { Delivery } from '../../app/delivery';
import type { Outcome, Turn } from '../../outbox/attempt';
import { post } from '../../outbox/post';
import { getAccount } from './customer-accounts.sql';
import { brokenChannelMessage } from './seller.view';

export async function tellBrokenChannel(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const customer = await getAccount(delivery.db, Number(turn.subject));
  if (!customer.channelError) return { kind: 'nothing' };
  const t = delivery.translator(turn.to ? await delivery.localeOf(turn.to) : customer.locale);
  return post(turn, brokenChannelMessage(customer, customer.channelError, t), delivery);
}
