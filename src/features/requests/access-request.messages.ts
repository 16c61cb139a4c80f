import { findCoordinator } from '../coordinators/coordinators.sql';
import { accessAnsweredMessage, accessRequestMessage } from './access.view';
import { accessReference } from './access-request';
import { getAccessRequest } from './access-requests.sql';
import { accessApproved, accessAsked, accessDeclined } from './request-changes';
import { salesRequestMessages } from './sales-request.messages';

/** Messages about a request to become a coordinator, and its answer. */
export const {
  changed: accessRequestChanged,
  notice: accessRequestNotice,
  refresh: accessRequestRefresh,
  answer: accessRequestAnswer,
  reaction: onAccessRequestChanged,
} = salesRequestMessages({
  name: 'access',
  reference: accessReference,
  changes: [accessAsked, accessApproved, accessDeclined],
  load: getAccessRequest,
  compose: async (request, { to }, { localeOf, translator }) =>
    accessRequestMessage(request, translator(to ? await localeOf(to) : request.customer.locale)),
  // Stays silent if the approved person no longer coordinates.
  composeAnswer: async (request, { to }, { db, localeOf, translator }) => {
    const { customer, askedBy, answer } = request;
    const isCoordinator = (await findCoordinator(db, customer.id, askedBy)) !== undefined;
    if (answer?.kind === 'approved' && !isCoordinator) return undefined;
    return accessAnsweredMessage(request, translator(await localeOf(to ?? askedBy)));
  },
});
