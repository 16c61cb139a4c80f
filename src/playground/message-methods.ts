import { checkMessage } from './block-kit';
import { type Block, withIds } from './blocks';
import { bot } from './cast';
import type { Answer } from './emulator';
import { readHistory } from './history';
import { fromAnswer } from './messages';
import { refusedFor } from './refusal';
import type { Slack } from './slack';

type Body = Record<string, unknown>;

/** In practice, Slack answers `msg_blocks_too_long` above this many characters of blocks. */
const MANY_CHARACTERS = 13_200;

export const messageMethods = {
  'chat.postMessage': (slack: Slack, body: Body) => post(slack, body),
  'chat.postEphemeral': (slack: Slack, body: Body) => whisper(slack, body),
  'chat.update': (slack: Slack, body: Body) => rewrite(slack, withKeptBlocks(slack, body)),
  'chat.delete': (slack: Slack, body: Body) => remove(slack, body),
  'conversations.history': readHistory,
};

/** Posts as the app, or as `slack` when Slack acts on the app's behalf, such as answering a command. */
export async function post(slack: Slack, body: Body, caller = 'app'): Promise<Answer> {
  return checked(slack, 'chat.postMessage', body, async (ready) => {
    const answer = await slack.emulator.call(caller, 'chat.postMessage', ready);
    if (answer.ok) slack.messages.put(String(answer.channel), fromAnswer(answer.message));
    return answer;
  });
}

/** Posts an ephemeral message, which only one person sees. */
export async function whisper(slack: Slack, body: Body, caller = 'app'): Promise<Answer> {
  return checked(slack, 'chat.postEphemeral', body, async (ready) => {
    const answer = await slack.emulator.call(caller, 'chat.postEphemeral', ready);
    if (answer.ok) {
      const message = fromAnswer({ ...ready, ts: answer.message_ts, user: undefined });
      slack.messages.put(String(body.channel), { ...message, user: bot.userId, to: String(body.user) });
    }
    return answer;
  });
}

export async function rewrite(slack: Slack, body: Body, caller = 'app'): Promise<Answer> {
  return checked(slack, 'chat.update', body, async (ready) => {
    const answer = await slack.emulator.call(caller, 'chat.update', ready);
    const { channel, ts } = answer;
    const { pinned = false } = slack.messages.find(String(channel), String(ts)) ?? {};
    if (answer.ok) slack.messages.put(String(channel), { ...fromAnswer(answer.message), edited: true, pinned });
    return answer;
  });
}

export async function remove(slack: Slack, body: Body, caller = 'app'): Promise<Answer> {
  const answer = await slack.emulator.call(caller, 'chat.delete', body);
  if (answer.ok) slack.messages.remove(String(body.channel), String(body.ts));
  return answer;
}

/** In Slack, unlike `emulate`, an update without blocks keeps the existing blocks. */
function withKeptBlocks(slack: Slack, body: Body): Body {
  const { blocks } = slack.messages.find(String(body.channel), String(body.ts)) ?? {};
  return body.blocks === undefined && blocks ? { ...body, blocks } : body;
}

/** Checks Block Kit's limits first, then adds missing block ids. */
async function checked(
  slack: Slack,
  method: string,
  body: Body,
  send: (ready: Body) => Promise<Answer>,
): Promise<Answer> {
  if (body.blocks === undefined) return send(body);
  const wrong = checkMessage(body.blocks);
  if (wrong.length > 0) return refusedFor('invalid_blocks', wrong);
  if (!body.text) slack.warn(`${method}: a message with blocks needs text too`);
  if (JSON.stringify(body.blocks).length > MANY_CHARACTERS) {
    slack.warn(`${method}: more than ${MANY_CHARACTERS} characters of blocks`);
  }
  return send({ ...body, blocks: withIds(body.blocks as Block[]) });
}
