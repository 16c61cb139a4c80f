import type { Handler } from '../src/feature';
import { accessAskedMessage, accessSettledMessage } from '../src/features/requests/access.view';
import { answerAccess } from '../src/features/requests/answer-access';
import { askForAccess } from '../src/features/requests/ask-for-access';

/** The value of the button is the code of the customer whose channel it stands in. */
export const ask: Handler = async ({ value, channel }, { db, person, now, t }) => ({
  say: accessAskedMessage(await askForAccess(db, { channel, named: value }, person, now), t),
});

export const approve: Handler = async ({ value }, { db, person, now, t }) => ({
  say: accessSettledMessage(await answerAccess(db, value, 'approved', person, now), person, t),
});

export const decline: Handler = async ({ value }, { db, person, now, t }) => ({
  say: accessSettledMessage(await answerAccess(db, value, 'declined', person, now), person, t),
});
