import { today } from '../../core/time';
import type { MessageContext, Outcome } from '../../outbox/message';
import { defineMessage } from '../../outbox/message';
import type { ClaimedMessage } from '../../outbox/outbox-entry';
import { post } from '../../outbox/post';
import { isStillFor } from '../customers/notify-customer';
import { stockThresholdsReached } from './alert';
import { getOrder } from './orders.sql';
import { stockOf } from './stock.sql';
import { stockMessage } from './stock.view';

/** Few seats of a product are left; the subject is the newest order of it. */
export const lowStock = defineMessage({
  kind: 'stock.low',
  deliver: notifyLowStock,
  customerOf: async (tx, reference) => (await getOrder(tx, reference)).customer.id,
});

/** How many seats of a product are left, to the customer's channel or its coordinators. */
async function notifyLowStock(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const order = await getOrder(context.db, claimed.subject);
  const { customer } = order;
  const day = today(context.now(), customer.timezone);
  if (!(await isStillFor(claimed, customer.id, day, context.db))) return { kind: 'nothing' };
  const stock = await stockOf(context.db, order, day);
  // A new order came in between.
  if (stockThresholdsReached(stock).length === 0) return { kind: 'nothing' };
  const t = context.translator(claimed.to ? await context.localeOf(claimed.to) : customer.locale);
  return post(claimed, stockMessage(stock, order, t), context, customer.channel);
}
