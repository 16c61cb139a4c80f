import { toInstant } from '../core/time';
import { bot, type CastMember, homeTeam, isForeign, people } from './cast';
import type { Clock } from './clock';
import { toShow } from './messages';
import type { Slack } from './slack';
import type { Message, Profile, State } from './state';
import { channelsOf } from './surface';

/** The profiles of everyone, for the person switch. */
export function profilesIn(slack: Slack): Profile[] {
  return people.map((person) => profileOf(slack, person));
}

const botProfile: Profile = {
  key: 'seats',
  name: bot.name,
  userId: bot.userId,
  teamId: homeTeam.id,
  teamName: homeTeam.name,
  role: 'The bot',
  foreign: false,
  initials: 'S',
  color: '#1f4d45',
};

/** Everything on one person's screen. */
export function stateFor(slack: Slack, person: CastMember): State {
  const channels = channelsOf(slack, person);
  const home = isForeign(person) ? undefined : slack.homes.get(person.userId);
  return {
    person: profileOf(slack, person),
    people: [...profilesIn(slack), botProfile],
    channels,
    messages: Object.fromEntries(channels.map(({ id }) => [id, messagesFor(slack, person, id)])),
    ...(home ? { home } : {}),
    modals: slack.modals.stack(person.userId).map(({ view }) => view),
    errors: slack.modals.top(person.userId)?.errors ?? {},
    ...offers(slack, person),
    failures: slack.failures.seenBy(person.userId),
    clock: clockFor(slack.clock, person),
    faults: slack.faults.on,
    ...(slack.isEmpty && { emptySince: slack.since }),
  };
}

export function messagesFor(slack: Slack, person: CastMember, channel: string): Message[] {
  return slack.messages.seenBy(person.userId, channel).map(toShow);
}

function clockFor(clock: Clock, { timezone }: CastMember): State['clock'] {
  return { now: toInstant(clock.now()), zone: timezone, moved: clock.isMoved, ahead: clock.ahead };
}

/** Commands and shortcuts exist only in workspaces where the app is installed. */
function offers({ manifest }: Slack, person: CastMember): Pick<State, 'commands' | 'shortcuts'> {
  if (isForeign(person)) return { commands: [], shortcuts: [] };
  const { slash_commands, shortcuts } = manifest.features;
  return {
    commands: slash_commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      hint: usage_hint,
    })),
    shortcuts: shortcuts
      .filter(({ type }) => type === 'global')
      .map(({ name, callback_id }) => ({ name, callbackId: callback_id })),
  };
}

function profileOf({ isEmpty }: Slack, person: CastMember): Profile {
  const { key, name, userId, team, locale, initials, color } = person;
  const role = (isEmpty && person.roleWhenEmpty) || person.role;
  const shown = { key, name, userId, teamId: team.id, teamName: team.name, role, foreign: isForeign(person) };
  return { ...shown, ...(locale ? { locale } : {}), initials, color };
}
