import type { Context, Handler, OptionsHandler } from '../src/feature';
import { addByHand } from '../src/features/coordinators/add-coordinator';
import { changeCoordinator, coordinatorFor, removeByHand } from '../src/features/coordinators/change-coordinator';
import {
  addCoordinatorForm,
  addCoordinatorView,
  changeCoordinatorForm,
  changeCoordinatorView,
  personNoted,
} from '../src/features/coordinators/coordinator-form.view';
import { coordinatorsForm, coordinatorsView } from '../src/features/coordinators/coordinators.view';
import { listCoordinators } from '../src/features/coordinators/list-coordinators';
import { chooseCustomerView } from '../src/features/customers/choose-customer.view';
import { customerOption } from '../src/features/customers/customer-option.view';
import { findCustomers } from '../src/features/customers/find-customers';
import { type Hint, theCustomerFor } from '../src/features/orders/find-customer-for';
import { findProducts } from '../src/features/products/find-products';
import type { Answer } from '../src/slack/answers';
import { mention } from '../src/slack/blocks';
import { personMeant } from '../src/slack/button-values';

/** Button value: a customer's code, or empty. */
export const openCoordinators: Handler = async ({ value, channel }, context) =>
  showList({ customer: value || undefined, channel }, context);

export const chooseCustomer: Handler = async ({ value }, context) => showList({ customer: value }, context);

export const submitChoice: Handler = async ({ view }, context) =>
  view && showList({ customer: coordinatorsForm.read(view).customer }, context);

export const turnPage: Handler = async ({ view, value }, context) =>
  view && showList({ customer: coordinatorsForm.notes(view).customer }, context, { page: Number(value) });

export const openAdd: Handler = async ({ value }, { db, person, t }) => ({
  show: addCoordinatorView(await theCustomerFor(db, { customer: value }, person, 'customers'), t),
});

export const submitAdd: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, t } = context;
  const form = { ...addCoordinatorForm.notes(view), ...addCoordinatorForm.read(view) };
  const added = await addByHand(db, form, person, context, submission);
  return showList({ customer: added.customer.code }, context, {
    said: t('coordinators.added', { person: mention(added.person) }),
  });
};

export const openChange: Handler = async ({ value }, { db, person, now, t }) => ({
  show: changeCoordinatorView(await coordinatorFor(db, personMeant(value), person, now), t),
});

/** Redraws the form with the current values after someone else has changed the limits. */
export const refreshChange: Handler = async ({ view }, { db, person, now, t }) => {
  const shown = personNoted(changeCoordinatorForm.notes(view));
  return { show: changeCoordinatorView(await coordinatorFor(db, shown, person, now), t) };
};

export const submitChange: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, now, t } = context;
  const notes = changeCoordinatorForm.notes(view);
  const form = { ...personNoted(notes), version: notes.version, ...changeCoordinatorForm.read(view) };
  const changed = await changeCoordinator(db, form, person, now, submission);
  return showList({ customer: changed.customer.code }, context, {
    said: t('coordinators.changed', { person: mention(changed.person) }),
  });
};

/** Slack's dialog has already asked for confirmation. */
export const remove: Handler = async ({ value, view }, context) => {
  const { db, person, now, t } = context;
  const removed = await removeByHand(db, personMeant(value), person, now);
  return showList({ customer: removed.customer.code }, context, {
    page: view ? Number(coordinatorsForm.notes(view).page) : 0,
    said: t('coordinators.removed', { person: mention(removed.person) }),
  });
};

export const customersToCoordinate: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'list');
  return customers.map(customerOption);
};

export const productsToLimit: OptionsHandler = async ({ text }, { db, person }) => {
  const products = await findProducts(db, text, person);
  return products.map(({ name, code }) => ({ text: name, value: code, description: code }));
};

async function showList(
  hint: Hint,
  { db, person, now, t }: Context,
  { page = 0, said }: { page?: number; said?: string } = {},
): Promise<Answer> {
  const list = await listCoordinators(db, { ...hint, page }, person, now);
  if (list) return { show: coordinatorsView(list, person, t, said) };
  const question = t('coordinators.choose_customer');
  const settings = { title: t('title.coordinators'), submit: t('action.continue'), question };
  return { show: chooseCustomerView(coordinatorsForm, settings, t) };
}
