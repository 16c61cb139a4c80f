import type { Delivery } from '../../app/delivery';
import { today } from '../../core/time';
import type { Outcome, Turn } from '../../outbox/attempt';
import { post } from '../../outbox/post';
import { isStillFor } from '../coordinators/on-duty.messages';
import { stockThresholdsReached } from './alert';
import { getOrder } from './orders.sql';
import { stockOf } from './stock.sql';
import { stockMessage } from './stock.view';

/** How many seats of a product are left, to the customer's channel or its coordinators. */
export async function tellLowStock(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const order = await getOrder(delivery.db, turn.subject);
  const { customer } = order;
  const day = today(delivery.now(), customer.timezone);
  if (!(await isStillFor(turn, customer.id, day, delivery.db))) return { kind: 'nothing' };
  const stock = await stockOf(delivery.db, order, day);
  // A new order came in between.
  if (stockThresholdsReached(stock).length === 0) return { kind: 'nothing' };
  const t = delivery.translator(turn.to ? await delivery.localeOf(turn.to) : customer.locale);
  return post(turn, stockMessage(stock, order, t), delivery, customer.channel);
}
