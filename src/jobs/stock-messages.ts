import { stockThresholdsReached } from '../domain/alert';
import { today } from '../domain/time';
import { translator } from '../slack/translate';
import { stockMessage } from '../slack/views/stock';
import { getOrder } from '../storage/orders';
import { stockOf } from '../storage/stock';
import type { Outcome, Turn } from './attempt';
import type { Delivery } from './delivery';
import { isStillFor } from './on-duty';
import { post } from './post';

/** How many seats of a product are left, to the customer's channel or its coordinators. */
export async function tellLowStock(turn: Turn, delivery: Delivery): Promise<Outcome> {
  const order = await getOrder(delivery.db, turn.subject);
  const { customer } = order;
  const day = today(delivery.now(), customer.timezone);
  if (!(await isStillFor(turn, customer.id, day, delivery.db))) return { kind: 'nothing' };
  const stock = await stockOf(delivery.db, order, day);
  // A new order came in between.
  if (stockThresholdsReached(stock).length === 0) return { kind: 'nothing' };
  const t = translator(turn.to ? await delivery.localeOf(turn.to) : customer.locale);
  return post(turn, stockMessage(stock, order, t), delivery, customer.channel);
}
