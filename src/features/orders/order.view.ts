import type { KnownBlock, ModalView } from '@slack/types';
import { ASK_FOR_SEATS, OPEN_ASSIGN, OPEN_GENERATE, OPEN_LIST } from '../../core/entry-points';
import { parseInstant, today } from '../../core/time';
import type { Translate } from '../../core/words';
import {
  actions,
  button,
  channelLink,
  context,
  contextWithMentions,
  headline,
  type Message,
  mention,
  message,
  modal,
  section,
} from '../../slack/blocks';
import { text } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { withReference } from '../../slack/own-reference';
import { escapeMarkup, truncate } from '../../slack/text';
import { coursesInWords } from '../courses/courses.view';
import type { Terms } from '../products/product';
import type { Order, OrderCourses } from './order';

const MAX_NAME = 40;

export const CANCEL_ORDER = 'cancel_order';

export const cancelOrderForm = form(CANCEL_ORDER, { reason: text({ multiline: true, most: 500 }) }, ['order', 'below']);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof cancelOrderForm> {}
}

/** Shown to the seller after generating seats. */
export function generatedView(order: Order, courses: OrderCourses | undefined, t: Translate): ModalView {
  const { customer } = order;
  const notice = customer.channel
    ? t('order.channel_told', { channel: channelLink(customer.channel) })
    : escapeMarkup(t('order.no_channel', { customer: customer.name }));
  return modal({ id: 'order_generated', title: t('title.generated'), close: t('action.close') }, [
    headline(t('order.generated', { count: order.seats, customer: customer.name, order: order.reference })),
    section(orderLines(order, courses, t).join('\n')),
    generatedBy(order, t),
    contextWithMentions(notice),
    actions(
      button(t('action.generate_more'), OPEN_GENERATE, order.reference),
      button(t('action.list'), OPEN_LIST, order.reference),
      button(t('action.cancel_order'), CANCEL_ORDER, order.reference),
    ),
  ]);
}

interface SeatsOfOrder {
  unassigned: number;
  /** The last day to assign them has passed. */
  isExpired: boolean;
  /** Undefined for every open course. */
  courses: OrderCourses | undefined;
}

/** Current state of the order's message in the customer's channel. */
export function orderMessage(order: Order, { unassigned, isExpired, courses }: SeatsOfOrder, t: Translate): Message {
  if (order.cancelled) {
    return message(cancelledInWords(order, t), [section(cancelledInWords(order, t))]);
  }
  const isOver = isExpired && unassigned > 0;
  const title = isOver ? expiredTitle(order, unassigned, t) : orderTitle(order, unassigned, t);
  const names = { product: order.product.name, order: order.reference };
  const detail = withReference(t('message.detail', names), order, t);
  return message(`${title} · ${detail}`, [
    headline(title),
    section(detail),
    context(termsInWords(order, courses, t).join('\n')),
    generatedBy(order, t),
    ...(order.customer.archived
      ? [context(t('board.archived', { customer: order.customer.name }))]
      : [isOver ? buttonsWhenExpired(order, t) : orderButtons(order, unassigned, t)]),
  ]);
}

function orderButtons(order: Order, unassigned: number, t: Translate): KnownBlock {
  return actions(
    unassigned > 0 ? button(t('action.assign'), OPEN_ASSIGN, order.reference, 'primary') : undefined,
    button(t('action.list'), OPEN_LIST, order.reference),
  );
}

function buttonsWhenExpired(order: Order, t: Translate): KnownBlock {
  return actions(
    button(t('action.list'), OPEN_LIST, order.reference),
    button(t('action.ask_for_seats'), ASK_FOR_SEATS, order.reference),
  );
}

/** `below` identifies the modal underneath. */
export function cancelView(order: Order, below: string | undefined, t: Translate): ModalView {
  const question = { count: order.seats, product: order.product.name, customer: order.customer.name };
  return cancelOrderForm.modal(
    {
      title: t('title.cancel'),
      submit: t('action.submit_cancel'),
      close: t('action.keep'),
      notes: { order: order.reference, below },
    },
    [
      section(t('order.cancel_question', question)),
      cancelOrderForm.draw.reason({ label: t('field.reason'), hint: t('field.reason.hint') }),
    ],
  );
}

export function cancelledView(order: Order, t: Translate): ModalView {
  const reason = order.cancelled?.reason;
  return modal({ id: 'order_cancelled', title: t('title.cancelled'), close: t('action.close') }, [
    section(cancelledInWords(order, t)),
    reason ? context(t('order.cancelled_reason', { reason })) : undefined,
  ]);
}

/** Courses, last day to assign, and fixed days in the course, as sold. */
export function termsInWords(order: Order, courses: OrderCourses | undefined, t: Translate): string[] {
  return [
    t('order.courses', { courses: namesInWords(order, courses, t) }),
    order.assignBy ? t('order.assign_by', { day: order.assignBy }) : t('order.no_limit'),
    ...fixedDays(order.terms, t),
  ];
}

/** While none of the courses is open, what was sold is all that there is to say. */
function namesInWords({ terms }: Order, courses: OrderCourses | undefined, t: Translate): string {
  if (!courses || courses.total === 0) return coursesInWords(terms.courses, t);
  const more = courses.total - courses.names.length;
  const shown = courses.names.map((name) => truncate(name, MAX_NAME)).join(', ');
  return more > 0 ? t('courses.more', { courses: shown, more }) : shown;
}

/** One line for each day that is set. */
export function fixedDays({ startDate, endDate }: Pick<Terms, 'startDate' | 'endDate'>, t: Translate): string[] {
  return [
    ...(startDate ? [t('product.starts', { day: startDate })] : []),
    ...(endDate ? [t('product.ends', { day: endDate })] : []),
  ];
}

function orderLines(order: Order, courses: OrderCourses | undefined, t: Translate): string[] {
  return [
    t('order.product', { product: order.product.name, quantity: order.quantity }),
    ...termsInWords(order, courses, t),
    ...(order.externalReference ? [t('order.reference', { reference: order.externalReference })] : []),
  ];
}

function orderTitle(order: Order, unassigned: number, t: Translate): string {
  const customer = order.customer.name;
  if (unassigned === 0) return t('message.used_up', { count: order.seats, customer });
  if (unassigned === order.seats) return t('message.new', { count: unassigned, customer });
  return t('message.left', { count: unassigned, seats: order.seats, customer });
}

function expiredTitle({ customer, seats, assignBy = '' }: Order, unassigned: number, t: Translate): string {
  return t('message.expired', { count: unassigned, seats, customer: customer.name, day: assignBy });
}

function cancelledInWords(order: Order, t: Translate): string {
  return withReference(t('order.cancelled', { count: order.seats, order: order.reference }), order, t);
}

function generatedBy(order: Order, t: Translate): KnownBlock {
  const day = today(parseInstant(order.generatedAt), order.customer.timezone);
  return contextWithMentions(t('order.by', { person: mention(order.generatedBy), day }));
}
