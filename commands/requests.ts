import { ASK_FOR_SEATS } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { APPROVE_ACCESS, ASK_FOR_ACCESS, DECLINE_ACCESS } from '../src/features/requests/access.view';
import {
  accessRequestAnswer,
  accessRequestChanged,
  accessRequestNotice,
  accessRequestRefresh,
  onAccessRequestChanged,
} from '../src/features/requests/access-request.messages';
import { settleNeedlessAccess } from '../src/features/requests/answer-access';
import { en, fr } from '../src/features/requests/copy';
import { askForSeatsForm, DECLINE_REQUEST, declineRequestForm } from '../src/features/requests/request.view';
import {
  accessApproved,
  accessAsked,
  accessDeclined,
  seatsAsked,
  seatsDeclined,
  seatsProvided,
} from '../src/features/requests/request-changes';
import {
  answerWithOrder,
  onSeatRequestChanged,
  seatRequestAnswer,
  seatRequestChanged,
  seatRequestNotice,
  seatRequestRefresh,
} from '../src/features/requests/seat-request.messages';
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
  messages: [
    seatRequestChanged,
    seatRequestNotice,
    seatRequestRefresh,
    seatRequestAnswer,
    accessRequestChanged,
    accessRequestNotice,
    accessRequestRefresh,
    accessRequestAnswer,
  ],
  changes: [seatsAsked, seatsDeclined, seatsProvided, accessAsked, accessApproved, accessDeclined],
  on: [answerWithOrder, onSeatRequestChanged, onAccessRequestChanged],
  every: [{ name: 'access requests', seconds: 10, run: ({ db, now }) => settleNeedlessAccess(db, now()) }],
});
