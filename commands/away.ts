import type { Handler } from '../src/feature';
import { awayView, setAwayForm } from '../src/features/coordinators/away.view';
import { personNoted } from '../src/features/coordinators/coordinator-form.view';
import { coordinatorsView } from '../src/features/coordinators/coordinators.view';
import { listCoordinators } from '../src/features/coordinators/list-coordinators';
import { absenceOf, endDeputy, setDeputy } from '../src/features/coordinators/stand-in';
import { mention } from '../src/slack/blocks';
import { personMeant } from '../src/slack/button-values';

/** The value of the button is a coordinator of a customer. */
export const openAway: Handler = async ({ value }, { db, person, now, t }) => ({
  show: awayView(await absenceOf(db, personMeant(value), person, now), t),
});

export const submitAway: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, now, t } = context;
  const { person: deputy, start_date: from, end_date: until } = setAwayForm.read(view);
  const form = { ...personNoted(setAwayForm.notes(view)), deputy, from, until };
  const { customer, delegation } = await setDeputy(db, form, person, context, submission);
  const { to, ...days } = delegation;
  const line = { person: mention(to), from: days.from, until: days.until };
  const said = [t('away.line', line), t('away.saved')].join('. ');
  const list = await listCoordinators(db, { customer: customer.code, page: 0 }, person, now);
  return list && { show: coordinatorsView(list, person, t, said) };
};

/** The value of the button is a number of ours. */
export const endAway: Handler = async ({ value }, { db, person, now, t }) => ({
  show: awayView(await endDeputy(db, /^\d{1,9}$/.test(value) ? Number(value) : 0, person, now), t, t('away.ended')),
});
