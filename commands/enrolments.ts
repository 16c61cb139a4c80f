import { feature, type Handler } from '../src/feature';
import { listFailed } from '../src/features/assignments/list-failed';
import { en, fr } from '../src/features/enrolments/copy';
import { failedView, OPEN_FAILED } from '../src/features/enrolments/enrolment-messages.view';
import { meantBy } from '../src/slack/button-values';

/** The value of the button is a customer, or nothing for all of them. */
const openFailed: Handler = async ({ value }, { db, person, now, t }) => {
  const { failed, total } = await listFailed(db, meantBy(value).customer, person, now);
  return { show: failedView(failed, total, person, t) };
};

export const enrolments = feature({ name: 'enrolments', copy: { en, fr }, actions: { [OPEN_FAILED]: openFailed } });
