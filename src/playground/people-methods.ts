import { type CastMember, homeTeam, isForeign, people, userGroups } from './cast';
import type { Answer } from './emulator';
import { refused } from './refusal';
import { missingScope } from './scopes';
import type { Slack } from './slack';

type Body = Record<string, unknown>;
type Member = Record<string, unknown> & { id: string };

const OWNER = 'U000000001';

export const peopleMethods = {
  'users.info': describeUser,
  'users.list': listUsers,
  'usergroups.list': listGroups,
  'usergroups.users.list': listGroupMembers,
};

async function describeUser(slack: Slack, body: Body): Promise<Answer> {
  const answer = await slack.emulator.call('app', 'users.info', body);
  return answer.ok ? { ...answer, user: complete(slack, answer.user as Member, isTrue(body.include_locale)) } : answer;
}

async function listUsers(slack: Slack, body: Body): Promise<Answer> {
  const answer = await slack.emulator.call('app', 'users.list', body);
  if (!answer.ok) return answer;
  const members = (answer.members as Member[]).filter(({ id }) => id !== OWNER);
  return { ...answer, members: members.map((member) => complete(slack, member, isTrue(body.include_locale))) };
}

/**
 * Adds time zone, home team and, on request, locale, which `emulate` lacks. Hides a foreign person's made-up address.
 */
function complete(slack: Slack, member: Member, withLocale: boolean): Member {
  const person = people.find(({ userId }) => userId === member.id);
  if (!person) return member;
  const { timezone } = person;
  const tz_offset = slack.clock.now().setZone(timezone).offset * 60;
  const known = { ...member, team_id: person.team.id, tz: timezone, tz_label: timezone, tz_offset };
  if (isForeign(person)) return { ...known, is_stranger: false, profile: withoutAddress(member.profile) };
  return withLocale && person.locale ? { ...known, locale: person.locale } : known;
}

function withoutAddress(profile: unknown): Body {
  const { email: _untold, ...rest } = profile as Body;
  return rest;
}

async function listGroups(slack: Slack): Promise<Answer> {
  const missing = missingScope(slack, 'usergroups:read');
  if (missing) return missing;
  const usergroups = userGroups.map(({ id, name, handle, members }) => ({
    id,
    team_id: homeTeam.id,
    is_usergroup: true,
    name,
    handle,
    date_delete: 0,
    user_count: members.length,
  }));
  return { ok: true, usergroups };
}

async function listGroupMembers(slack: Slack, body: Body): Promise<Answer> {
  const missing = missingScope(slack, 'usergroups:read');
  if (missing) return missing;
  const group = userGroups.find(({ id }) => id === body.usergroup);
  if (!group) return refused('no_such_subteam');
  const keys: readonly string[] = group.members;
  return { ok: true, users: people.filter(({ key }) => keys.includes(key)).map((person: CastMember) => person.userId) };
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}
