import { bot, homeTeam } from './cast';
import type { Answer } from './emulator';
import { fileObject } from './files';
import { fromAnswer } from './messages';
import { refused } from './refusal';
import { missingScope } from './scopes';
import type { Slack } from './slack';

type Body = Record<string, unknown>;

export const fileMethods = {
  'files.info': (slack: Slack, body: Body) => allowed(slack, 'files:read', () => info(slack, body)),
  'files.getUploadURLExternal': (slack: Slack, body: Body) => allowed(slack, 'files:write', () => begin(slack, body)),
  'files.completeUploadExternal': (slack: Slack, body: Body) => allowed(slack, 'files:write', () => share(slack, body)),
};

async function allowed(slack: Slack, needed: string, work: () => Promise<Answer>): Promise<Answer> {
  return missingScope(slack, needed) ?? work();
}

async function info(slack: Slack, { file }: Body): Promise<Answer> {
  const found = slack.files.find(String(file));
  return found ? { ok: true, file: fileObject(slack.url, found), comments: [] } : refused('file_not_found');
}

async function begin(slack: Slack, { filename, length }: Body): Promise<Answer> {
  if (!filename || !(Number(length) > 0)) return refused('invalid_arguments');
  const { id } = slack.files.put({
    name: String(filename),
    user: bot.userId,
    team: homeTeam.id,
    created: slack.clock.now().toUnixInteger(),
    bytes: new Uint8Array(),
  });
  return { ok: true, upload_url: `${slack.url}/upload/${id}`, file_id: id };
}

/** Posts the files in one message when a channel is given. */
async function share(slack: Slack, { files, channel_id: channel, initial_comment: text = '' }: Body): Promise<Answer> {
  const wanted = (typeof files === 'string' ? JSON.parse(files) : files) as { id: string }[];
  const found = wanted.map(({ id }) => slack.files.find(id)).filter((file) => file !== undefined);
  if (found.length < wanted.length) return refused('file_not_found');
  const shared = found.map((file) => fileObject(slack.url, file));
  if (channel) {
    const answer = await slack.emulator.call('slack', 'chat.postMessage', { channel, text: text || ' ' });
    if (!answer.ok) return answer;
    slack.messages.put(String(channel), { ...fromAnswer(answer.message), text: String(text), files: shared });
  }
  return { ok: true, files: shared };
}
