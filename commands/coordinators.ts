import { OPEN_COORDINATORS } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { END_AWAY, OPEN_AWAY, setAwayForm } from '../src/features/coordinators/away.view';
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
import {
  reportUnreachable,
  unreachableCoordinator,
} from '../src/features/coordinators/unreachable-coordinator.messages';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import { endAway, openAway, submitAway } from './away';
import { accept, openInvite, submitInvite, withdraw } from './invite';
import {
  chooseCustomer,
  customersToCoordinate,
  openAdd,
  openChange,
  openCoordinators,
  productsToLimit,
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
    [OPEN_AWAY]: openAway,
    [END_AWAY]: endAway,
  },
  inputs: {
    [coordinatorsForm.id]: { customer: chooseCustomer, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage },
  },
  submissions: {
    [coordinatorsForm.id]: submitChoice,
    [addCoordinatorForm.id]: submitAdd,
    [changeCoordinatorForm.id]: submitChange,
    [inviteCoordinatorForm.id]: submitInvite,
    [setAwayForm.id]: submitAway,
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
