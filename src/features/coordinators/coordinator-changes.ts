import type { Identity } from '../../core/identity';
import { defineChange } from '../../database/changes';

interface CoordinatorFacts {
  person: Identity;
  /** Another message notifies the person, or they made the change themselves. */
  isNotified: boolean;
  /** Part of a bulk import: people get no individual notices. */
  inBulk: boolean;
}

export const coordinatorAdded = defineChange<CoordinatorFacts>('coordinator.added');
export const coordinatorChanged = defineChange<CoordinatorFacts>('coordinator.changed');
/** `people`: the coordinator and their delegates. */
export const coordinatorRemoved = defineChange<{ people: readonly Identity[] }>('coordinator.removed');

interface InvitationFacts {
  id: number;
  channel: string | undefined;
}

export const coordinatorInvited = defineChange<InvitationFacts>('coordinator.invited');
export const invitationAccepted = defineChange<InvitationFacts>('invitation.accepted');
export const invitationWithdrawn = defineChange<InvitationFacts>('invitation.withdrawn');

/** `people`: the coordinator and the delegate. */
interface DelegationFacts {
  id: number;
  people: readonly Identity[];
}

export const delegationSet = defineChange<DelegationFacts>('delegation.set');
export const delegationEnded = defineChange<DelegationFacts>('delegation.ended');
