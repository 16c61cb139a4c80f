import { ASK_FOR_SEATS } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { APPROVE_ACCESS, ASK_FOR_ACCESS, DECLINE_ACCESS } from '../src/features/requests/access.view';
import { en, fr } from '../src/features/requests/copy';
import { askForSeatsForm, DECLINE_REQUEST, declineRequestForm } from '../src/features/requests/request.view';
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
  inputs: { [askForSeatsForm.id]: { customer: chooseCustomer } },
  submissions: { [askForSeatsForm.id]: submitAsk, [declineRequestForm.id]: submitDecline },
  options: { [askForSeatsForm.id]: { customer: customersToAskFor, product: products } },
  remedies: [offerAccess],
});
