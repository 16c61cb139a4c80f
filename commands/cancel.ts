import type { Handler } from '../src/feature';
import { cancellableOrder, cancelOrder } from '../src/features/orders/cancel-order';
import { cancelledView, cancelOrderForm, cancelView } from '../src/features/orders/order.view';
import { noteOf } from '../src/slack/sent-view';

/** Asks for the reason; cancels nothing yet. */
export const openCancel: Handler = async ({ value, view }, { db, person, t }) => ({
  push: cancelView(await cancellableOrder(db, value, person), noteOf(view), t),
});

export const submitCancel: Handler = async ({ view, submission }, { db, person, now, t }) => {
  if (!view) return undefined;
  const { order = '' } = cancelOrderForm.notes(view);
  const { reason = '' } = cancelOrderForm.read(view);
  return { show: cancelledView(await cancelOrder(db, { order, reason }, person, now, submission), t) };
};
