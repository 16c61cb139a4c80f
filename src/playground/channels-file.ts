import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { people } from './cast';
import type { Channel } from './channels';
import { persistToFile } from './persist-to-file';
import type { Slack } from './slack';

const schema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    members: z.array(z.string()),
    shared: z.boolean(),
    isPrivate: z.boolean(),
    archived: z.boolean(),
    byBot: z.boolean(),
  }),
);

/** Stores in a file the channels that the bot made, with their ids. Returns a function that stops. */
export async function persistChannels(slack: Slack, file: string): Promise<() => Promise<void>> {
  for (const channel of await load(file)) await putBack(slack, channel);
  return persistToFile(file, () => JSON.stringify(slack.channels.madeByBot, null, 1), slack.changes);
}

/** `workspace-channels.json` for `workspace.json`. */
export function channelsFileOf(transcript: string): string {
  return `${transcript.replace(/\.json$/, '')}-channels.json`;
}

/** Recreates the channel in `emulate`, which starts empty. */
async function putBack({ emulator, channels }: Slack, channel: Channel): Promise<void> {
  const { id, name, isPrivate, members, archived } = channel;
  const { channel: made } = await emulator.must('slack', 'conversations.create', { name, is_private: isPrivate });
  emulator.ids.pair(id, (made as { id: string }).id);
  const users = people.filter(({ key }) => members.includes(key)).map(({ userId }) => userId);
  if (users.length > 0) await emulator.must('slack', 'conversations.invite', { channel: id, users: users.join(',') });
  if (archived) await emulator.must('slack', 'conversations.archive', { channel: id });
  channels.put(channel);
}

async function load(file: string): Promise<Channel[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} does not hold the channels of the local workspace: remove it to do without them.`);
  }
}
