import type { Identity } from '../core/identity';

/** The fields of Slack's payloads that identify the person; which of them exist depends on the kind. */
export interface SentIdentity {
  team_id?: string;
  user_id?: string;
  user?: string | { id: string; team_id?: string };
  team?: { id: string } | null;
  event?: { user?: string };
}

/** The person, by home team, which for people of other workspaces is not the team of the payload. */
export function identityOf(body: SentIdentity): Identity {
  if (typeof body.user === 'object') {
    return { teamId: body.user.team_id ?? body.team?.id ?? body.team_id ?? '', userId: body.user.id };
  }
  return { teamId: body.team_id ?? body.team?.id ?? '', userId: body.user_id ?? body.event?.user ?? body.user ?? '' };
}
