import { OPEN_COORDINATORS } from '../src/core/entry-points';
import { feature } from '../src/feature';
import {
  coordinatorNotice,
  delegationNotice,
  invitationNotice,
  invitationRefresh,
  notifyCoordinators,
  notifyDelegates,
  notifyRemoved,
  refreshAnsweredInvitation,
  showNewInvitation,
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
  CHANGE_COORDINATOR,
  changeCoordinatorForm,
  INVITE_COORDINATOR,
  inviteCoordinatorForm,
} from '../src/features/coordinators/coordinator-form.view';
import { ACCEPT_INVITATION } from '../src/features/coordinators/coordinator-messages.view';
import {
  coordinatorsForm,
  REMOVE_COORDINATOR,
  WITHDRAW_INVITATION,
} from '../src/features/coordinators/coordinators.view';
import { en, fr } from '../src/features/coordinators/copy';
import { delegationForm, END_DELEGATION, OPEN_DELEGATION } from '../src/features/coordinators/delegation-form.view';
import { withdrawNeedless } from '../src/features/coordinators/withdraw-needless';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import { endDelegation, openDelegation, submitDelegation } from './delegation';
import { accept, openInvite, submitInvite, withdraw } from './invite';
import {
  chooseCustomer,
  customersToCoordinate,
  openAdd,
  openChange,
  openCoordinators,
  productsToLimit,
  refreshChange,
  remove,
  submitAdd,
  submitChange,
  submitChoice,
  turnPage,
} from './manage-coordinators';

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
  refreshes: { [changeCoordinatorForm.id]: refreshChange },
  options: {
    [coordinatorsForm.id]: { customer: customersToCoordinate },
    [addCoordinatorForm.id]: { products: productsToLimit },
    [changeCoordinatorForm.id]: { products: productsToLimit },
    [inviteCoordinatorForm.id]: { products: productsToLimit },
  },
  messages: [coordinatorNotice, invitationNotice, invitationRefresh, delegationNotice],
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
  on: [
    withdrawNeedless,
    notifyCoordinators,
    notifyRemoved,
    showNewInvitation,
    refreshAnsweredInvitation,
    notifyDelegates,
  ],
});
