import { OPEN_GENERATE, OPEN_LIST } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { en, fr } from '../src/features/orders/copy';
import { GENERATE_SEATS } from '../src/features/orders/generate-form.view';
import { LIST_SEATS, OPEN_POOL } from '../src/features/orders/list.view';
import { CANCEL_ORDER } from '../src/features/orders/order.view';
import { POOL_SEATS } from '../src/features/orders/seats.view';
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
  shortcuts: { [GENERATE_SEATS]: openGenerate, [LIST_SEATS]: openList },
  actions: {
    [OPEN_GENERATE]: openGenerate,
    [OPEN_LIST]: openList,
    [OPEN_POOL]: openPool,
    [NEXT_PAGE]: turnPage,
    [PREVIOUS_PAGE]: turnPage,
    [CANCEL_ORDER]: openCancel,
  },
  inputs: {
    [GENERATE_SEATS]: { customer: reviewTerms, product: reviewTerms },
    [LIST_SEATS]: { customer: changeFilter, filter_product: changeFilter, filter_course: changeFilter },
  },
  submissions: { [GENERATE_SEATS]: submitGenerate, [LIST_SEATS]: changeFilter, [CANCEL_ORDER]: submitCancel },
  refreshes: { [LIST_SEATS]: refresh, [POOL_SEATS]: refresh },
  options: {
    [GENERATE_SEATS]: { customer: customersToSellTo, product: productsToSell },
    [LIST_SEATS]: { customer: customersToList, filter_product: productsToFilter, filter_course: coursesToFilter },
  },
});
