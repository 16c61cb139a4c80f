import type { Handler } from '../src/context';
import { absenceOf, endDeputy, setDeputy } from '../src/services/stand-in';
import { personMeant } from '../src/slack/button-values';
import { whomIn } from '../src/slack/coordinator-inputs';
import { inputValue } from '../src/slack/form';
import { awayForm } from '../src/slack/views/away';

/** The value of the button is a coordinator of a customer. */
export const openAway: Handler = async ({ value }, { db, person, now, t }) => ({
  show: awayForm(await absenceOf(db, personMeant(value), person, now), t),
});

export const submitAway: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, t } = context;
  const form = {
    ...whomIn(view),
    deputy: inputValue(view, 'person'),
    from: inputValue(view, 'start_date'),
    until: inputValue(view, 'end_date'),
  };
  return { show: awayForm(await setDeputy(db, form, person, context, submission), t, t('away.saved')) };
};

/** The value of the button is a number of ours. */
export const endAway: Handler = async ({ value }, { db, person, now, t }) => ({
  show: awayForm(await endDeputy(db, /^\d{1,9}$/.test(value) ? Number(value) : 0, person, now), t, t('away.ended')),
});
