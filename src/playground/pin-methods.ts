import type { Answer } from './emulator';
import type { Slack } from './slack';

type Body = Record<string, unknown>;

export const pinMethods = {
  'pins.add': (slack: Slack, body: Body) => mark(slack, 'pins.add', body, true),
  'pins.remove': (slack: Slack, body: Body) => mark(slack, 'pins.remove', body, false),
};

/** Sets the pin in `emulate`, and the mark on the message that people see. */
async function mark(slack: Slack, method: string, body: Body, pinned: boolean): Promise<Answer> {
  const answer = await slack.emulator.call('app', method, body);
  if (answer.ok) slack.messages.mark(String(body.channel), String(body.timestamp), { pinned });
  return answer;
}
