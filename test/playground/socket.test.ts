import type { App } from '@slack/bolt';
import { Workspace } from '../../src/playground/workspace';
import { connectBot } from './bot';

describe('Socket Mode', () => {
  let workspace: Workspace;
  let app: App;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0, transport: 'socket' });
    app = await connectBot(workspace, (bot) => {
      bot.command('/seats', async ({ ack, command }) => ack(`You said ${command.text}`));
      bot.event('app_home_opened', async ({ client, event }) => {
        await client.chat.postMessage({ channel: event.user, text: 'Welcome home' });
      });
    });
  });

  afterEach(async () => {
    await app.stop();
    await workspace.stop();
  });

  it('carries commands and their answers', async () => {
    await workspace.person('sonia').runs('/seats hello');
    expect(workspace.person('sonia').sees('You said hello')).toBe(true);
  });

  it('carries events', async () => {
    await workspace.person('sonia').opensHome();
    expect(await workspace.person('sonia').finds('Welcome home')).toBe(true);
  });
});

it('reports that the bot is not connected', async () => {
  const workspace = await Workspace.start({ port: 0, transport: 'socket' });
  const outcome = await workspace.person('sonia').runs('/seats hello');
  await workspace.stop();
  expect(outcome).toEqual({ ok: false, error: 'The bot is not connected' });
});
