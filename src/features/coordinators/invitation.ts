import type { NamedLimits } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { numberedReference } from '../../core/reference';

/** Somebody who may become a coordinator by saying yes. */
export interface Invitation extends NamedLimits {
  id: number;
  customer: Customer;
  /** Without a team where Slack did not tell where they are from: their own click will. */
  to: { teamId: string | undefined; userId: string };
  state: 'open' | 'accepted' | 'withdrawn';
  by: Identity;
}

export function isFor({ to }: Pick<Invitation, 'to'>, { teamId, userId }: Identity): boolean {
  return to.userId === userId && (to.teamId ?? teamId) === teamId;
}

export const { write: invitationReference, parse: parseInvitationReference } = numberedReference('invitation');
