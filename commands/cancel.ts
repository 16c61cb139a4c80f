import type { Handler } from '../src/feature';
import { cancellableOrder, cancelOrder } from '../src/features/orders/cancel-order';
import { cancelForm, cancelledView } from '../src/features/orders/order.view';
import { inputValue, noteOf, notesOf } from '../src/slack/form';

/** Asks for the reason; nothing is cancelled yet. */
export const openCancel: Handler = async ({ value, view }, { db, person, t }) => ({
  push: cancelForm(await cancellableOrder(db, value, person), noteOf(view), t),
});

export const submitCancel: Handler = async ({ view, submission }, { db, person, now, t }) => {
  if (!view) return undefined;
  const form = { order: notesOf(view).order ?? '', reason: inputValue(view, 'reason') ?? '' };
  return { show: cancelledView(await cancelOrder(db, form, person, now, submission), t) };
};
