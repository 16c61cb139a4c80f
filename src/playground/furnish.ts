import { bot, channels, people } from './cast';
import type { Emulator } from './emulator';

/** Creates the cast and its channels, and records the ids that `emulate` assigned. */
export async function furnish(emulator: Emulator): Promise<void> {
  await learnPeople(emulator);
  for (const { id, name, members } of channels) {
    emulator.ids.pair(id, await channelCalled(emulator, name));
    const users = [bot.userId, ...people.filter(({ key }) => members.includes(key)).map(({ userId }) => userId)];
    await emulator.must('owner', 'conversations.invite', { channel: id, users: users.join(',') });
  }
  for (const { userId, directId } of people) {
    const { channel } = await emulator.must('slack', 'conversations.open', { users: userId });
    emulator.ids.pair(directId, (channel as { id: string }).id);
  }
}

async function learnPeople(emulator: Emulator): Promise<void> {
  const { members } = await emulator.must('owner', 'users.list', {});
  for (const { id, name } of members as { id: string; name: string }[]) {
    const person = people.find(({ key }) => key === name);
    if (person) emulator.ids.pair(person.userId, id);
  }
}

/** `emulate` starts with its own #general. */
async function channelCalled(emulator: Emulator, name: string): Promise<string> {
  if (name === 'general') return 'C000000001';
  const { channel } = await emulator.must('owner', 'conversations.create', { name });
  return (channel as { id: string }).id;
}
