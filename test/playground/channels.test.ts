import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { checkView } from '../../src/playground/block-kit';
import { readManifest } from '../../src/playground/manifest';
import { Workspace } from '../../src/playground/workspace';
import { startBot } from './bot';
import { quiet } from './quiet';

const ACME = 'C0ACME00001';
const SONIA = 'U0SONIA0001';
const EVENTS = ['channel_rename', 'channel_archive', 'channel_unarchive', 'channel_id_changed', 'member_left_channel'];

describe('channels of the local workspace', () => {
  let folder: string;
  let workspace: Workspace;
  let client: WebClient;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workspace-'));
    await start();
  });

  afterEach(async () => {
    await workspace.stop();
    await rm(folder, { recursive: true });
  });

  const start = async () => {
    const manifest = readManifest();
    manifest.settings.event_subscriptions.bot_events.push(...EVENTS);
    workspace = await Workspace.start({ port: 0, file: join(folder, 'messages.json'), manifest });
    const { botToken, apiUrl } = workspace.credentials;
    client = new WebClient(botToken, { slackApiUrl: apiUrl, logger: quiet, retryConfig: { retries: 0 } });
  };
  const make = async (name: string) => {
    const { channel } = await client.conversations.create({ name, is_private: true });
    await client.conversations.invite({ channel: channel?.id ?? '', users: SONIA });
    return channel?.id ?? '';
  };
  const names = (key: string) => workspace.person(key).state.channels.map(({ name }) => name);

  it('appear, when the bot makes them, only for the people it invites', async () => {
    const id = await make('initech');
    expect(names('sonia')).toContain('initech');
    expect(names('claire')).not.toContain('initech');
    await client.chat.postMessage({ channel: id, text: 'Hello' });
    expect(workspace.person('sonia').sees('Hello')).toBe(true);
    await expect(client.conversations.create({ name: 'initech', is_private: true })).rejects.toThrow('name_taken');
  });

  it('survive a restart with their messages, when the bot made them', async () => {
    const id = await make('initech');
    await client.chat.postMessage({ channel: id, text: 'Hello' });
    await workspace.stop();
    await start();
    expect(workspace.person('sonia').messages(id)).toMatchObject([{ text: 'Hello' }]);
    await client.chat.postMessage({ channel: id, text: 'Again' });
    expect(workspace.person('sonia').sees('Again')).toBe(true);
  });

  it('send the bot events about what people do to them', async () => {
    const heard: unknown[] = [];
    await startBot(workspace, (app) => {
      for (const type of EVENTS) app.event(type, async ({ event }) => void heard.push(event));
    });
    const claire = workspace.person('claire');
    await claire.in(ACME).renames('acme-courses');
    expect(names('claire')).toContain('acme-courses');
    await claire.in(ACME).archives();
    expect(names('claire')).not.toContain('acme-courses');
    await expect(client.chat.postMessage({ channel: ACME, text: 'Anybody?' })).rejects.toThrow('is_archived');
    await claire.in(ACME).restores();
    await claire.in(ACME).removesBot();
    await claire.in(ACME).becomes('C0OTHER0001');
    expect(heard).toMatchObject([
      { type: 'channel_rename', channel: { id: ACME, name: 'acme-courses' } },
      { type: 'channel_archive', channel: ACME },
      { type: 'channel_unarchive', channel: ACME },
      { type: 'member_left_channel', channel: ACME, user: 'U0SEATSBOT1' },
      { type: 'channel_id_changed', old_channel_id: ACME, new_channel_id: 'C0OTHER0001' },
    ]);
  });

  it('support Slack’s own commands, which add and remove the bot', async () => {
    const claire = workspace.person('claire');
    const isMember = async () => (await client.conversations.info({ channel: ACME })).channel?.is_member;
    await claire.runs('/remove @Seats', ACME);
    expect(await isMember()).toBe(false);
    await claire.runs('/invite @Seats', ACME);
    expect(await isMember()).toBe(true);
    await expect(claire.runs('/invite @Seats', ACME)).rejects.toThrow('already_in_channel');
    await expect(claire.runs('/invite @Noah', ACME)).rejects.toThrow('only @Seats');
    await expect(workspace.person('gus').runs('/archive', ACME)).rejects.toThrow('is not in channel');
  });

  it.each([
    [{ include: ['public', 'private'] }, 0],
    [{ include: ['channels'] }, 1],
    [{}, 1],
  ])('can be chosen from a list with a valid filter: %j', (filter, wrong) => {
    const title = { type: 'plain_text', text: 'Choose' };
    const element = { type: 'conversations_select', action_id: 'channel', filter };
    const blocks = [{ type: 'input', block_id: 'channel', label: title, element }];
    const view = { type: 'modal', callback_id: 'choose', title, submit: title, blocks };
    expect(checkView(view, 'modal')).toHaveLength(wrong);
  });
});
