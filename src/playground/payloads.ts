import type { Now } from '../core/time';
import { bot, type CastMember, type Team } from './cast';

type Payload = Record<string, unknown>;

/** The properties common to all interactions; `team` is not always the person's own. */
export function interaction(type: string, person: CastMember, team: Team): Payload {
  return {
    type,
    user: { id: person.userId, username: person.key, name: person.key, team_id: person.team.id },
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: bot.appId,
    token: bot.verificationToken,
  };
}

/** A slash command is sent as plain form fields. */
export function slashCommand(person: CastMember, fields: Record<string, string>): Payload {
  return {
    token: bot.verificationToken,
    team_id: person.team.id,
    team_domain: person.team.domain,
    user_id: person.userId,
    user_name: person.key,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    ...fields,
  };
}

export function event(person: CastMember, team: Team, details: Payload, now: Now): Payload {
  const seconds = now.toUnixInteger();
  return {
    token: bot.verificationToken,
    team_id: team.id,
    api_app_id: bot.appId,
    type: 'event_callback',
    event_id: `Ev${now.toMillis().toString(36).toUpperCase()}${Math.random().toString(36).slice(2, 6).toUpperCase()}`,
    event_time: seconds,
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event: { user: person.userId, event_ts: `${seconds}.000000`, ...details },
  };
}
