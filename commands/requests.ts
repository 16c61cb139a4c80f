import { ASK_FOR_SEATS } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { APPROVE_ACCESS, ASK_FOR_ACCESS, DECLINE_ACCESS } from '../src/features/requests/access.view';
import { en, fr } from '../src/features/requests/copy';
import { DECLINE_REQUEST } from '../src/features/requests/request.view';
import { approve, ask, decline, offerAccess } from './access';
import { chooseCustomer, customersToAskFor, openAsk, openDecline, products, submitAsk, submitDecline } from './ask';

export const requests = feature({
  name: 'requests',
  copy: { en, fr },
  commands: {
    ask: { run: openAsk, help: { position: 40, lines: ({ sales }) => (sales ? [] : ['help.ask']) } },
  },
  actions: {
    [ASK_FOR_SEATS]: openAsk,
    [DECLINE_REQUEST]: openDecline,
    [ASK_FOR_ACCESS]: ask,
    [APPROVE_ACCESS]: approve,
    [DECLINE_ACCESS]: decline,
  },
  inputs: { [ASK_FOR_SEATS]: { customer: chooseCustomer } },
  submissions: { [ASK_FOR_SEATS]: submitAsk, [DECLINE_REQUEST]: submitDecline },
  options: { [ASK_FOR_SEATS]: { customer: customersToAskFor, product: products } },
  remedies: [offerAccess],
});
