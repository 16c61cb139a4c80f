import type { ModalView } from '@slack/types';
import type { Customer } from '../../core/customer';
import { ASK_FOR_SEATS, OPEN_ASSIGN, OPEN_GENERATE, OPEN_LIST } from '../../core/entry-points';
import type { Translate } from '../../core/words';
import {
  actions,
  button,
  context,
  contextWithMentions,
  headline,
  type Message,
  mention,
  message,
  modal,
  section,
} from '../../slack/blocks';
import { number, search, text } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { withReference } from '../../slack/own-reference';
import type { Order } from '../orders/order';
import { MAX_SEATS_ASKED, MAX_WHY_LENGTH, requestReference, type SeatRequest } from './request';

export const DECLINE_REQUEST = 'decline_request';

export const askForSeatsForm = form(
  ASK_FOR_SEATS,
  {
    customer: search({ dispatch: true }),
    product: search(),
    seats: number({ most: MAX_SEATS_ASKED }),
    reason: text({ optional: true, multiline: true, most: MAX_WHY_LENGTH }),
  },
  ['customer'],
);
export const declineRequestForm = form(DECLINE_REQUEST, { reason: text({ multiline: true, most: MAX_WHY_LENGTH }) }, [
  'request',
]);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof askForSeatsForm>, FieldsOf<typeof declineRequestForm> {}
}

export function askView(customer: Customer, product: Order['product'] | undefined, t: Translate): ModalView {
  const chosen = product && { text: product.name, value: product.code, description: product.code };
  const { draw } = askForSeatsForm;
  return askForSeatsForm.modal(
    {
      title: t('title.ask'),
      submit: t('action.submit_ask'),
      close: t('action.close'),
      notes: { customer: customer.code },
    },
    [
      section(t('ask.explained', { customer: customer.name })),
      draw.product({ label: t('field.product'), placeholder: t('placeholder.search'), chosen }),
      draw.seats({ label: t('field.seats') }),
      draw.reason({ label: t('field.why'), hint: t('field.why.hint') }),
    ],
  );
}

export function askedView({ seats, product, customer }: SeatRequest, t: Translate): ModalView {
  const details = { count: seats, product: product.name, customer: customer.name };
  return modal({ id: 'seats_asked', title: t('title.asked'), close: t('action.close') }, [
    headline(t('ask.done', details)),
    section(t('ask.told')),
  ]);
}

/** For sales; shows the answer once there is one. */
export function requestMessage(request: SeatRequest, left: number, t: Translate): Message {
  const { seats, product, customer, reason, answer, askedBy } = request;
  const title = t('request.title', { count: seats, product: product.name, customer: customer.name });
  const reference = requestReference(request.id);
  return message(title, [
    headline(title),
    reason ? section(reason) : undefined,
    contextWithMentions(t('request.by', { person: mention(askedBy) })),
    answer ? contextWithMentions(answerInWords(answer, t)) : context(t('request.left', { count: left })),
    answer
      ? undefined
      : actions(
          button(t('action.submit_generate'), OPEN_GENERATE, reference, 'primary'),
          button(t('action.decline'), DECLINE_REQUEST, reference),
        ),
  ]);
}

/** For the person who asked: the order, which may differ from the request, or the reason for declining. */
export function requestAnsweredMessage(request: SeatRequest, order: Order | undefined, t: Translate): Message {
  const { seats, product, answer } = request;
  if (!order) {
    const reason = answer?.kind === 'declined' ? answer.reason : '';
    const title = t('request.declined', { count: seats, product: product.name });
    return message([title, reason].join(' '), [headline(title), section(reason)]);
  }
  const names = { product: order.product.name, order: order.reference };
  const title = withReference(t('request.done', { count: order.seats, ...names }), order, t);
  return message(title, [
    headline(title),
    actions(
      button(t('action.assign'), OPEN_ASSIGN, order.reference, 'primary'),
      button(t('action.list'), OPEN_LIST, order.reference),
    ),
  ]);
}

export function declineView({ id, seats, product, customer }: SeatRequest, t: Translate): ModalView {
  return declineRequestForm.modal(
    {
      title: t('title.decline'),
      submit: t('action.decline'),
      close: t('action.close'),
      notes: { request: requestReference(id) },
    },
    [
      section(t('request.title', { count: seats, product: product.name, customer: customer.name })),
      declineRequestForm.draw.reason({ label: t('field.reason'), hint: t('field.reason.asker') }),
    ],
  );
}

export function declinedView({ seats, product }: SeatRequest, t: Translate): ModalView {
  return modal({ id: 'request_declined', title: t('title.declined'), close: t('action.close') }, [
    section(t('request.decline_done', { count: seats, product: product.name })),
  ]);
}

function answerInWords(answer: NonNullable<SeatRequest['answer']>, t: Translate): string {
  const person = mention(answer.by);
  if (answer.kind === 'done') return t('request.done_by', { person, order: answer.order });
  return t('request.declined_by', { person });
}
