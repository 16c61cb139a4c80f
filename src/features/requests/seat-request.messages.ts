import { today } from '../../core/time';
import { on } from '../../database/changes';
import { orderGenerated } from '../orders/order-changes';
import { getOrder } from '../orders/orders.sql';
import { countLeft } from '../orders/pools.sql';
import { fulfilRequest } from './answer-request';
import { requestReference } from './request';
import { requestAnsweredMessage, requestMessage } from './request.view';
import { seatsAsked, seatsDeclined, seatsProvided } from './request-changes';
import { getRequest } from './requests.sql';
import { salesRequestMessages } from './sales-request.messages';

/** Messages about a request for seats, and its answer. */
export const {
  changed: seatRequestChanged,
  notice: seatRequestNotice,
  refresh: seatRequestRefresh,
  answer: seatRequestAnswer,
  reaction: onSeatRequestChanged,
} = salesRequestMessages({
  name: 'request',
  reference: requestReference,
  changes: [seatsAsked, seatsDeclined, seatsProvided],
  load: getRequest,
  compose: async (request, { to }, { db, now, localeOf, translator }) => {
    const { customer, product } = request;
    const day = today(now(), customer.timezone);
    const left = await countLeft(db, { customerId: customer.id, day, products: [product.id] });
    return requestMessage(request, left, translator(to ? await localeOf(to) : customer.locale));
  },
  composeAnswer: async (request, { to }, { db, localeOf, translator }) => {
    const { answer, askedBy } = request;
    const order = answer?.kind === 'done' ? await getOrder(db, answer.order) : undefined;
    return requestAnsweredMessage(request, order, translator(await localeOf(to ?? askedBy)));
  },
});

/** Of two concurrent answers, one throws UserError and its order rolls back. */
export const answerWithOrder = on([orderGenerated], async (tx, entries, { by, now }) => {
  for (const { subject, facts } of entries) {
    if (facts.request) await fulfilRequest(tx, facts.request, await getOrder(tx, subject), by, now);
  }
});
