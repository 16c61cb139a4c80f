import { MAX_COUNTED } from '../../core/counting';
import { ASK_FOR_SEATS, OPEN_ASSIGN, OPEN_LIST, OPEN_REMINDERS } from '../../core/entry-points';
import type { Translate } from '../../core/words';
import { actions, button, context, header, type Message, message, section } from '../../slack/blocks';
import type { Board, ProductSeats } from './digest';

const MAX_PRODUCTS = 20;

/** The seat summary. Shows dates, not days left, so it stays correct until something changes. */
export function boardMessage(board: Board, t: Translate): Message {
  const { customer, products, total } = board;
  const title = t('board.title', { customer: customer.name });
  if (customer.archived) {
    const archived = t('board.archived', { customer: customer.name });
    return message(`${title} · ${archived}`, [header(title), section(archived)]);
  }
  const summary =
    total > 0 ? t('board.unassigned', { count: total }) : t('list.empty_used_up', { customer: customer.name });
  const more = products.length - MAX_PRODUCTS;
  return message(`${title} · ${summary}`, [
    header(title),
    section([summary, ...products.slice(0, MAX_PRODUCTS).map((one) => productInWords(one, t))].join('\n')),
    more > 0 ? context(t('reminder.more', { count: more })) : undefined,
    context(
      board.assignedThisMonth > MAX_COUNTED
        ? t('board.assigned_over', { most: MAX_COUNTED })
        : t('board.assigned', { count: board.assignedThisMonth }),
    ),
    board.expiredThisMonth > 0 ? context(t('board.expired', { count: board.expiredThisMonth })) : undefined,
    actions(
      total > 0 ? button(t('action.assign'), OPEN_ASSIGN, '', 'primary') : undefined,
      button(t('action.see_all'), OPEN_LIST),
      button(t('action.ask_for_seats'), ASK_FOR_SEATS),
      button(t('action.reminders'), OPEN_REMINDERS, customer.code),
    ),
  ]);
}

function productInWords({ product, unassigned, next }: ProductSeats, t: Translate): string {
  const line = t('board.product', { count: unassigned, product: product.name });
  if (!next) return line;
  const details = { line, count: next.seats, day: next.day };
  return t(next.seats === unassigned ? 'board.product_all' : 'board.product_until', details);
}
