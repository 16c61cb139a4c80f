import type { KnownBlock } from '@slack/types';
import { OPEN_ASSIGN, OPEN_LIST, OPEN_REMINDERS } from '../../core/entry-points';
import { type Day, daysBetween } from '../../core/time';
import type { Translate } from '../../core/words';
import { actions, button, context, header, type Message, message, section, sentence } from '../../slack/blocks';
import { withReference } from '../../slack/own-reference';
import { capitalized } from '../../slack/text';
import type { Digest, ProductSeats } from './digest';
import { OPEN_SNOOZE } from './snooze.view';

export const REMIND_WEEKLY = 'remind_weekly';

type Next = NonNullable<ProductSeats['next']>;

/** Keeps the message readable, and below Slack's limit of 50 blocks. */
const MAX_PRODUCTS = 12;
const MAX_EXPIRING = 8;

/** The digest. `seats`: the value of the buttons that open seats; empty in a channel, which implies the customer. */
export function reminderMessage(digest: Digest, seats: string, t: Translate): Message {
  const { customer, day, products } = digest;
  const title = t('list.summary', { count: digest.total, customer: customer.name });
  const [first] = products;
  const soonest =
    first?.next &&
    t('reminder.next', { count: first.next.seats, day: first.next.day, left: left(day, first.next.day, t) });
  const more = products.length - MAX_PRODUCTS;
  return message([title, soonest].filter(Boolean).join(' · '), [
    header(title),
    ...expiringBlocks(digest, t),
    ...products.slice(0, MAX_PRODUCTS).map((product) => section(productInWords(product, day, t))),
    more > 0 ? context(t('reminder.more', { count: more })) : undefined,
    digest.offersWeekly
      ? section(t('reminder.quiet'), button(t('action.remind_weekly'), REMIND_WEEKLY, customer.code))
      : undefined,
    actions(
      button(t('action.assign'), OPEN_ASSIGN, seats, 'primary'),
      button(t('action.see_all'), OPEN_LIST, seats),
      button(t('action.snooze'), OPEN_SNOOZE, customer.code),
      button(t('action.settings'), OPEN_REMINDERS, customer.code),
    ),
  ]);
}

/** Expiring seats only, for a day without a digest. */
export function expiryMessage(digest: Digest, seats: string, t: Translate): Message {
  const count = digest.expiring.reduce((sum, { unassigned }) => sum + unassigned, 0);
  const title = t('expiry.title', { count, customer: digest.customer.name });
  return message(title, [
    header(title),
    ...expiringBlocks(digest, t),
    actions(button(t('action.assign'), OPEN_ASSIGN, seats, 'primary'), button(t('action.see_all'), OPEN_LIST, seats)),
  ]);
}

/** The answer to a test when there is nothing to send. */
export function nothingToRemindMessage({ customer }: Digest, t: Translate): Message {
  return sentence(t('reminder.nothing', { customer: customer.name }));
}

/** A product's unassigned seats: their count, the next to expire, and the age of the oldest. */
function productInWords(seats: ProductSeats, day: Day, t: Translate): string {
  const age = daysBetween(seats.oldest, day);
  const details = [
    seats.next ? nextInWords(seats, seats.next, day, t) : t('order.no_limit'),
    age <= 0 ? t('reminder.oldest_today', { count: seats.unassigned }) : t('reminder.oldest', { count: age }),
  ];
  return [
    t('reminder.product', { count: seats.unassigned, product: seats.product.name }),
    capitalized(details.join(' · ')),
  ].join('\n');
}

function nextInWords({ unassigned }: ProductSeats, next: Next, day: Day, t: Translate): string {
  const details = { count: next.seats, day: next.day, left: left(day, next.day, t) };
  return t(next.seats === unassigned ? 'reminder.next_all' : 'reminder.next', details);
}

function expiringBlocks({ expiring, day }: Digest, t: Translate): KnownBlock[] {
  if (expiring.length === 0) return [];
  const lines = expiring.slice(0, MAX_EXPIRING).map(({ order, unassigned }) =>
    withReference(
      t('expiry.line', {
        count: unassigned,
        product: order.product.name,
        order: order.reference,
        day: order.assignBy ?? '',
        left: left(day, order.assignBy ?? day, t),
      }),
      order,
      t,
    ),
  );
  const more = expiring.length - MAX_EXPIRING;
  return [section([...lines, ...(more > 0 ? [t('expiry.more', { count: more })] : [])].join('\n'))];
}

function left(day: Day, until: Day, t: Translate): string {
  const days = daysBetween(day, until);
  return days <= 0 ? t('pool.last_day') : t('pool.days_left', { count: days });
}
