import type { Handler } from '../src/feature';
import { personNoted } from '../src/features/coordinators/coordinator-form.view';
import { coordinatorsView } from '../src/features/coordinators/coordinators.view';
import { createDelegation, delegationsOf, revokeDelegation } from '../src/features/coordinators/delegation';
import { delegationForm, delegationView } from '../src/features/coordinators/delegation-form.view';
import { listCoordinators } from '../src/features/coordinators/list-coordinators';
import { mention } from '../src/slack/blocks';
import { personMeant } from '../src/slack/button-values';

/** Button value: a customer's coordinator. */
export const openDelegation: Handler = async ({ value }, { db, person, now, t }) => ({
  show: delegationView(await delegationsOf(db, personMeant(value), person, now), t),
});

export const submitDelegation: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, now, t } = context;
  const { person: delegate, start_date: from, end_date: until } = delegationForm.read(view);
  const form = { ...personNoted(delegationForm.notes(view)), delegate, from, until };
  const { customer, delegation } = await createDelegation(db, form, person, context, submission);
  const { to, ...days } = delegation;
  const line = { person: mention(to), from: days.from, until: days.until };
  const said = [t('delegation.line', line), t('delegation.saved')].join('. ');
  const list = await listCoordinators(db, { customer: customer.code, page: 0 }, person, now);
  return list && { show: coordinatorsView(list, person, t, said) };
};

/** Button value: the delegation's id. */
export const endDelegation: Handler = async ({ value }, { db, person, now, t }) => ({
  show: delegationView(
    await revokeDelegation(db, /^\d{1,9}$/.test(value) ? Number(value) : 0, person, now),
    t,
    t('delegation.ended'),
  ),
});
