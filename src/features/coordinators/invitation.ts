import type { NamedLimits } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { numberedReference } from '../../core/reference';

/** An invitation to become a coordinator. */
export interface Invitation extends NamedLimits {
  id: number;
  customer: Customer;
  /** No team when Slack does not return one; accepting the invitation reveals it. */
  to: { teamId: string | undefined; userId: string };
  state: 'open' | 'accepted' | 'withdrawn';
  by: Identity;
}

export function isFor({ to }: Pick<Invitation, 'to'>, { teamId, userId }: Identity): boolean {
  return to.userId === userId && (to.teamId ?? teamId) === teamId;
}

export const { write: invitationReference, parse: parseInvitationReference } = numberedReference('invitation');
