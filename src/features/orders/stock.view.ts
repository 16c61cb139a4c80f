import { ASK_FOR_SEATS, OPEN_LIST } from '../../core/entry-points';
import type { Translate } from '../../core/words';
import { actions, button, header, type Message, message } from '../../slack/blocks';
import type { Stock } from './alert';
import type { Order } from './order';

/** Few seats of the order's product are left, or none. */
export function stockMessage({ left, of }: Stock, order: Order, t: Translate): Message {
  const details = { product: order.product.name, customer: order.customer.name, of };
  const title = left === 0 ? t('stock.none', details) : t('stock.low', { ...details, count: left });
  return message(title, [
    header(title),
    actions(
      button(t('action.ask_for_seats'), ASK_FOR_SEATS, order.reference, 'primary'),
      left > 0 ? button(t('action.see_all'), OPEN_LIST, order.reference) : undefined,
    ),
  ]);
}
