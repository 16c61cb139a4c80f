import type { Handler } from '../src/context';
import { UserError } from '../src/domain/errors';
import { orderFor } from '../src/services/access';
import { cancelOrder } from '../src/services/cancel-order';
import { inputValue, notesOf } from '../src/slack/form';
import { cancelForm, cancelledView } from '../src/slack/views/order';

/** Asks for the reason; nothing is cancelled yet. */
export const openCancel: Handler = async ({ value }, { db, person, t }) => {
  const order = await orderFor(db, value, person, 'cancel');
  if (order.cancelled) throw new UserError({ code: 'order.cancelled', details: { order: order.reference } });
  return { push: cancelForm(order, t) };
};

export const submitCancel: Handler = async ({ view, submission }, { db, person, now, t }) => {
  if (!view) return undefined;
  const form = { order: notesOf(view).order ?? '', reason: inputValue(view, 'reason') ?? '' };
  return { show: cancelledView(await cancelOrder(db, form, person, now, submission), t) };
};
