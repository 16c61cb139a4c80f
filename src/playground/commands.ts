import { showAnswer } from './answers';
import { runBuiltIn } from './built-in-commands';
import { type CastMember, homeTeam, isForeign } from './cast';
import { interaction, slashCommand } from './payloads';
import { RefusedGesture, reasonOf } from './refusal';
import type { Slack } from './slack';
import type { Outcome } from './state';
import { channelNamed } from './surface';
import { toTimestamp } from './timestamps';

/** Types a slash command. The text in the bot's acknowledgement is shown to this person. */
export async function runCommand(slack: Slack, person: CastMember, channelId: string, line: string): Promise<Outcome> {
  const builtIn = runBuiltIn(slack, person, channelId, line);
  if (builtIn) return builtIn;
  const [command = '', ...rest] = line.trim().split(' ');
  if (isForeign(person)) throw new RefusedGesture(absent(person, `${command} is not a valid command`));
  if (!slack.manifest.features.slash_commands.some((one) => one.command === command)) {
    throw new RefusedGesture(`${command} is not a valid command.`);
  }
  const channel = channelNamed(slack, person, channelId);
  const payload = slashCommand(person, {
    channel_id: channel.id,
    channel_name: channel.name,
    command,
    text: rest.join(' ').trim(),
    response_url: slack.responseUrls.issue({ person, channel: channel.id }),
    trigger_id: await slack.triggers.issue(person),
  });
  const reply = await slack.deliver(person, { kind: 'slash_commands', payload });
  if (!reply.ok) return reply;
  return reply.body === undefined ? { ok: true } : shown(slack, person, channel.id, reply.body);
}

export async function runShortcut(slack: Slack, person: CastMember, callbackId: string): Promise<Outcome> {
  if (isForeign(person)) throw new RefusedGesture(absent(person, 'there are no shortcuts'));
  const known = slack.manifest.features.shortcuts.filter(({ type }) => type === 'global');
  if (!known.some(({ callback_id }) => callback_id === callbackId)) {
    throw new RefusedGesture(`There is no shortcut ${callbackId}.`);
  }
  const payload = {
    ...interaction('shortcut', person, homeTeam),
    action_ts: toTimestamp(slack.clock.now()),
    callback_id: callbackId,
    trigger_id: await slack.triggers.issue(person),
  };
  const reply = await slack.deliver(person, { kind: 'interactive', payload });
  return reply.ok ? { ok: true } : reply;
}

async function shown(slack: Slack, person: CastMember, channel: string, body: unknown): Promise<Outcome> {
  const answer = await showAnswer(slack, { person, channel }, body);
  slack.changes.announce();
  if (answer.ok) return { ok: true };
  const error = `The command failed with the error ${reasonOf(answer)}`;
  slack.fail(error, person);
  return { ok: false, error };
}

function absent(person: CastMember, consequence: string): string {
  return `The app is not installed in the workspace of ${person.team.name}: ${consequence}.`;
}
