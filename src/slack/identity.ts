import type { Identity } from '../core/identity';

/** The parts of Slack's payloads that say who acts; which of them are there depends on the kind. */
export interface SentIdentity {
  team_id?: string;
  user_id?: string;
  user?: string | { id: string; team_id?: string };
  team?: { id: string } | null;
  event?: { user?: string };
}

/** Who acts, by their home team. For a person of another company's workspace that is not the team of the payload. */
export function identityOf(body: SentIdentity): Identity {
  if (typeof body.user === 'object') {
    return { teamId: body.user.team_id ?? body.team?.id ?? body.team_id ?? '', userId: body.user.id };
  }
  return { teamId: body.team_id ?? body.team?.id ?? '', userId: body.user_id ?? body.event?.user ?? body.user ?? '' };
}
