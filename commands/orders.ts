import { OPEN_GENERATE, OPEN_LIST } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { en, fr } from '../src/features/orders/copy';
import { seatsExpired } from '../src/features/orders/expired-seats.messages';
import { generateSeatsForm } from '../src/features/orders/generate-form.view';
import { listSeatsForm } from '../src/features/orders/list.view';
import {
  announceNewOrder,
  orderAnnouncement,
  orderExpired,
  orderRefresh,
  orderUndelivered,
  orderUsedUp,
  refreshOffers,
} from '../src/features/orders/order.messages';
import { CANCEL_ORDER, cancelOrderForm } from '../src/features/orders/order.view';
import { orderChanged, queueCancelledOrder } from '../src/features/orders/order-changed.messages';
import { orderCancelled, orderGenerated, orderSeatsChanged } from '../src/features/orders/order-changes';
import { lowStock } from '../src/features/orders/stock.messages';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import { openCancel, submitCancel } from './cancel';
import { customersToSellTo, openGenerate, productsToSell, reviewTerms, submitGenerate } from './generate';
import { changeFilter, coursesToFilter, customersToList, openList, productsToFilter, refresh, turnPage } from './list';

export const orders = feature({
  name: 'orders',
  copy: { en, fr },
  commands: {
    generate: { run: openGenerate, help: { position: 10, lines: ({ sales }) => (sales ? ['help.generate'] : []) } },
    list: { run: openList, help: { position: 20, lines: () => ['help.list'] } },
  },
  shortcuts: { [generateSeatsForm.id]: openGenerate, [listSeatsForm.id]: openList },
  actions: {
    [OPEN_GENERATE]: openGenerate,
    [OPEN_LIST]: openList,
    [CANCEL_ORDER]: openCancel,
  },
  inputs: {
    [generateSeatsForm.id]: { customer: reviewTerms, product: reviewTerms },
    [listSeatsForm.id]: {
      customer: changeFilter,
      filter_product: changeFilter,
      filter_course: changeFilter,
      [NEXT_PAGE]: turnPage,
      [PREVIOUS_PAGE]: turnPage,
    },
  },
  submissions: {
    [generateSeatsForm.id]: submitGenerate,
    [listSeatsForm.id]: changeFilter,
    [cancelOrderForm.id]: submitCancel,
  },
  refreshes: { [listSeatsForm.id]: refresh, [generateSeatsForm.id]: reviewTerms },
  options: {
    [generateSeatsForm.id]: { customer: customersToSellTo, product: productsToSell },
    [listSeatsForm.id]: { customer: customersToList, filter_product: productsToFilter, filter_course: coursesToFilter },
  },
  messages: [
    orderAnnouncement,
    orderRefresh,
    orderUndelivered,
    orderUsedUp,
    orderExpired,
    orderChanged,
    lowStock,
    seatsExpired,
  ],
  changes: [orderGenerated, orderCancelled, orderSeatsChanged],
  on: [announceNewOrder, refreshOffers, queueCancelledOrder],
});
