import { type Hint, theCustomerFor } from '../src/core/access';
import { OPEN_COORDINATORS } from '../src/core/entry-points';
import { type Context, feature, type Handler, type OptionsHandler } from '../src/feature';
import { addByHand } from '../src/features/coordinators/add-coordinator';
import { changeCoordinator, coordinatorFor, removeByHand } from '../src/features/coordinators/change-coordinator';
import {
  coordinatorNotice,
  delegationNotice,
  invitationNotice,
  invitationRefresh,
  refreshAnsweredInvitation,
  showNewInvitation,
  tellCoordinators,
  tellDelegates,
  tellRemoved,
} from '../src/features/coordinators/coordinator.messages';
import {
  coordinatorAdded,
  coordinatorChanged,
  coordinatorInvited,
  coordinatorRemoved,
  delegationEnded,
  delegationSet,
  invitationAccepted,
  invitationWithdrawn,
} from '../src/features/coordinators/coordinator-changes';
import {
  ADD_COORDINATOR,
  addCoordinatorForm,
  addCoordinatorView,
  CHANGE_COORDINATOR,
  changeCoordinatorForm,
  changeCoordinatorView,
  INVITE_COORDINATOR,
  inviteCoordinatorForm,
  personNoted,
} from '../src/features/coordinators/coordinator-form.view';
import { ACCEPT_INVITATION } from '../src/features/coordinators/coordinator-messages.view';
import {
  coordinatorsForm,
  coordinatorsView,
  REMOVE_COORDINATOR,
  WITHDRAW_INVITATION,
} from '../src/features/coordinators/coordinators.view';
import { en, fr } from '../src/features/coordinators/copy';
import { delegationForm, END_DELEGATION, OPEN_DELEGATION } from '../src/features/coordinators/delegation-form.view';
import { listCoordinators } from '../src/features/coordinators/list-coordinators';
import {
  reportUnreachable,
  unreachableCoordinator,
} from '../src/features/coordinators/unreachable-coordinator.messages';
import { findCustomers } from '../src/features/customers/find-customers';
import { chooseCustomerView } from '../src/features/orders/choose-customer.view';
import { customerOption } from '../src/features/orders/generate-form.view';
import { findProducts } from '../src/features/products/find-products';
import type { Answer } from '../src/slack/answers';
import { mention } from '../src/slack/blocks';
import { personMeant } from '../src/slack/button-values';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import { endDelegation, openDelegation, submitDelegation } from './delegation';
import { accept, openInvite, submitInvite, withdraw } from './invite';

/** The value of the button is a customer's code, or nothing. */
const openCoordinators: Handler = async ({ value, channel }, context) =>
  showList({ customer: value || undefined, channel }, context);

const chooseCustomer: Handler = async ({ value }, context) => showList({ customer: value }, context);

const submitChoice: Handler = async ({ view }, context) =>
  view && showList({ customer: coordinatorsForm.read(view).customer }, context);

const turnPage: Handler = async ({ view, value }, context) =>
  view && showList({ customer: coordinatorsForm.notes(view).customer }, context, { page: Number(value) });

const openAdd: Handler = async ({ value }, { db, person, t }) => ({
  show: addCoordinatorView(await theCustomerFor(db, { customer: value }, person, 'customers'), t),
});

const submitAdd: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, t } = context;
  const form = { ...addCoordinatorForm.notes(view), ...addCoordinatorForm.read(view) };
  const added = await addByHand(db, form, person, context, submission);
  return showList({ customer: added.customer.code }, context, {
    said: t('coordinators.added', { person: mention(added.person) }),
  });
};

const openChange: Handler = async ({ value }, { db, person, now, t }) => {
  const { customer, card } = await coordinatorFor(db, personMeant(value), person, now);
  return { show: changeCoordinatorView(customer, card, t) };
};

const submitChange: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, now, t } = context;
  const form = { ...personNoted(changeCoordinatorForm.notes(view)), ...changeCoordinatorForm.read(view) };
  const changed = await changeCoordinator(db, form, person, now, submission);
  return showList({ customer: changed.customer.code }, context, {
    said: t('coordinators.changed', { person: mention(changed.person) }),
  });
};

/** Slack has asked already whether that is meant. */
const remove: Handler = async ({ value, view }, context) => {
  const { db, person, now, t } = context;
  const removed = await removeByHand(db, personMeant(value), person, now);
  return showList({ customer: removed.customer.code }, context, {
    page: view ? Number(coordinatorsForm.notes(view).page) : 0,
    said: t('coordinators.removed', { person: mention(removed.person) }),
  });
};

const customersToCoordinate: OptionsHandler = async ({ text }, { db, person }) => {
  const customers = await findCustomers(db, text, person, 'list');
  return customers.map(customerOption);
};

const productsToLimit: OptionsHandler = async ({ text }, { db, person }) => {
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

export const coordinators = feature({
  name: 'coordinators',
  copy: { en, fr },
  commands: { coordinators: { run: openCoordinators, help: { position: 60, lines: () => ['help.coordinators'] } } },
  actions: {
    [OPEN_COORDINATORS]: openCoordinators,
    [ADD_COORDINATOR]: openAdd,
    [CHANGE_COORDINATOR]: openChange,
    [REMOVE_COORDINATOR]: remove,
    [INVITE_COORDINATOR]: openInvite,
    [WITHDRAW_INVITATION]: withdraw,
    [ACCEPT_INVITATION]: accept,
    [OPEN_DELEGATION]: openDelegation,
    [END_DELEGATION]: endDelegation,
  },
  inputs: {
    [coordinatorsForm.id]: { customer: chooseCustomer, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage },
  },
  submissions: {
    [coordinatorsForm.id]: submitChoice,
    [addCoordinatorForm.id]: submitAdd,
    [changeCoordinatorForm.id]: submitChange,
    [inviteCoordinatorForm.id]: submitInvite,
    [delegationForm.id]: submitDelegation,
  },
  options: {
    [coordinatorsForm.id]: { customer: customersToCoordinate },
    [addCoordinatorForm.id]: { products: productsToLimit },
    [changeCoordinatorForm.id]: { products: productsToLimit },
    [inviteCoordinatorForm.id]: { products: productsToLimit },
  },
  messages: [coordinatorNotice, invitationNotice, invitationRefresh, delegationNotice, unreachableCoordinator],
  changes: [
    coordinatorAdded,
    coordinatorChanged,
    coordinatorRemoved,
    coordinatorInvited,
    invitationAccepted,
    invitationWithdrawn,
    delegationSet,
    delegationEnded,
  ],
  on: [tellCoordinators, tellRemoved, showNewInvitation, refreshAnsweredInvitation, tellDelegates, reportUnreachable],
});
