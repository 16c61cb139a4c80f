import type { NamedLimits } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/person';

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

/** How an invitation is called in buttons and in the history. */
export function invitationReference(id: number): string {
  return `invitation:${id}`;
}

export function parseInvitationReference(text: string): number | undefined {
  const id = /^invitation:(\d{1,9})$/.exec(text)?.[1];
  return id === undefined ? undefined : Number(id);
}
