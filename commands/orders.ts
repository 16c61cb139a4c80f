import { OPEN_GENERATE, OPEN_LIST } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { en, fr } from '../src/features/orders/copy';
import { generateSeatsForm } from '../src/features/orders/generate-form.view';
import { listSeatsForm, OPEN_POOL } from '../src/features/orders/list.view';
import { CANCEL_ORDER, cancelOrderForm } from '../src/features/orders/order.view';
import { poolSeatsForm } from '../src/features/orders/seats.view';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import { openCancel, submitCancel } from './cancel';
import { customersToSellTo, openGenerate, productsToSell, reviewTerms, submitGenerate } from './generate';
import {
  changeFilter,
  coursesToFilter,
  customersToList,
  openList,
  openPool,
  productsToFilter,
  refresh,
  turnPage,
} from './list';

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
    [OPEN_POOL]: openPool,
    [NEXT_PAGE]: turnPage,
    [PREVIOUS_PAGE]: turnPage,
    [CANCEL_ORDER]: openCancel,
  },
  inputs: {
    [generateSeatsForm.id]: { customer: reviewTerms, product: reviewTerms },
    [listSeatsForm.id]: { customer: changeFilter, filter_product: changeFilter, filter_course: changeFilter },
  },
  submissions: {
    [generateSeatsForm.id]: submitGenerate,
    [listSeatsForm.id]: changeFilter,
    [cancelOrderForm.id]: submitCancel,
  },
  refreshes: { [listSeatsForm.id]: refresh, [poolSeatsForm.id]: refresh },
  options: {
    [generateSeatsForm.id]: { customer: customersToSellTo, product: productsToSell },
    [listSeatsForm.id]: { customer: customersToList, filter_product: productsToFilter, filter_course: coursesToFilter },
  },
});
