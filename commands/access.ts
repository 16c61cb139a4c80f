import type { Handler, Remedy } from '../src/feature';
import { accessAskedMessage, accessSettledMessage, noAccessMessage } from '../src/features/requests/access.view';
import { answerAccess } from '../src/features/requests/answer-access';
import { accessThatHelps, askForAccess } from '../src/features/requests/ask-for-access';

/** Button value: the code of the customer that owns the channel. */
export const ask: Handler = async ({ value, channel }, { db, person, now, t }) => ({
  say: accessAskedMessage(await askForAccess(db, { channel, named: value }, person, now), t),
});

export const approve: Handler = async ({ value }, { db, person, now, t }) => ({
  say: accessSettledMessage(await answerAccess(db, value, 'approved', person, now), person, t),
});

export const decline: Handler = async ({ value }, { db, person, now, t }) => ({
  say: accessSettledMessage(await answerAccess(db, value, 'declined', person, now), person, t),
});

/** Uses the general reason, so that the answer does not reveal which of the customer's things exist. */
export const offerAccess: Remedy = async ({ error, channel }, { db, person, t }) => {
  const customer = await accessThatHelps(db, error, channel, person);
  const why = error.code === 'access.nobody' ? t('refusal.access.nobody') : t('refusal.access.not_yours');
  return customer && noAccessMessage(why, customer, t);
};
