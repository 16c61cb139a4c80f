import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { Workspace } from '../../src/playground/workspace';
import { startBot } from './bot';

const GLOBEX = 'C0GLOBEX001';
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = (text: string, action: string, value: string) => ({
  type: 'button' as const,
  text: plain(text),
  action_id: action,
  value,
});

describe('people', () => {
  let workspace: Workspace;
  let client: WebClient;
  const heard: Record<string, unknown>[] = [];

  beforeEach(async () => {
    heard.length = 0;
    workspace = await Workspace.start({ port: 0 });
    client = new WebClient(workspace.credentials.botToken, { slackApiUrl: workspace.credentials.apiUrl });
    await startBot(workspace, (app) => listens(app, heard));
  });

  afterEach(() => workspace.stop());

  it('see the answer to a command alone', async () => {
    await workspace.person('sonia').runs('/seats whisper');
    expect(workspace.person('sonia').messages('C0GENERAL01')).toMatchObject([{ text: 'For you', ephemeral: true }]);
    expect(workspace.person('noah').sees('For you')).toBe(false);
    expect(heard[0]).toMatchObject({
      command: '/seats',
      text: 'whisper',
      team_id: 'T000000001',
      user_id: 'U0SONIA0001',
      channel_id: 'C0GENERAL01',
      channel_name: 'general',
    });
  });

  it('see it together when the bot answers in the channel', async () => {
    await workspace.person('sonia').runs('/seats aloud');
    expect(workspace.person('noah').messages('C0GENERAL01')).toMatchObject([{ text: 'For all', ephemeral: false }]);
  });

  it('are told when the bot does not answer', async () => {
    expect(await workspace.person('sonia').runs('/seats sleep')).toEqual({
      ok: false,
      error: 'The bot did not answer in 3 s',
    });
    expect(workspace.person('sonia').sees('The bot did not answer in 3 s')).toBe(true);
    expect(workspace.person('noah').sees('did not answer')).toBe(false);
  });

  it('of another company press buttons under their own identity', async () => {
    await offerSeat(client);
    await workspace.person('gus').clicks('Take', { channel: GLOBEX, value: 'one' });
    expect(heard[0]).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0GUS000001', team_id: 'T0GLOBEX001' },
      team: { id: 'T000000001' },
      channel: { id: GLOBEX, name: 'globex-training' },
      message: { text: 'A seat', bot_id: 'B0SEATSBOT1' },
      container: { type: 'message', is_ephemeral: false },
      actions: [{ action_id: 'take', value: 'one' }],
    });
  });

  it('of another company submit under their own team', async () => {
    await offerSeat(client);
    const gus = workspace.person('gus');
    await gus.clicks('Take');
    await gus.submits();
    expect(heard[1]).toMatchObject({
      type: 'view_submission',
      team: { id: 'T0GLOBEX001' },
      user: { team_id: 'T0GLOBEX001' },
      view: { app_installed_team_id: 'T000000001' },
      response_urls: [],
    });
  });

  it('of another company have no commands, no shortcuts and no Home', async () => {
    const gus = workspace.person('gus');
    await expect(gus.runs('/seats list')).rejects.toThrow('not installed in the workspace of Globex');
    await expect(gus.uses('generate_seats')).rejects.toThrow('no shortcuts');
    await expect(gus.opensHome()).rejects.toThrow('no Home');
    expect(gus.state).toMatchObject({ commands: [], shortcuts: [] });
  });

  it('see their Home once the bot has published it', async () => {
    const noah = workspace.person('noah');
    await noah.opensHome();
    expect(await noah.finds('Welcome, U0NOAH00001')).toBe(true);
    await noah.clicks('Refresh');
    expect(heard.at(-1)).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } });
  });

  it('use the shortcuts in the manifest', async () => {
    await workspace.person('sonia').uses('generate_seats');
    expect(heard[0]).toMatchObject({ type: 'shortcut', callback_id: 'generate_seats' });
    await expect(workspace.person('sonia').uses('nonsense')).rejects.toThrow('no shortcut nonsense');
  });

  it('see a message change through its response URL', async () => {
    await offerSeat(client);
    const sonia = workspace.person('sonia');
    await sonia.clicks('Drop');
    expect(await sonia.finds('Dropped')).toBe(true);
    expect(sonia.messages(GLOBEX)).toMatchObject([{ text: 'Dropped', edited: true }]);
  });

  it('get at most five answers from a response URL', async () => {
    await workspace.person('sonia').runs('/seats whisper');
    const url = String(heard[0]?.response_url);
    const send = () =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"More"}' });
    for (const _ of [1, 2, 3, 4, 5]) expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(404);
  });

  it('see an error when the bot uses a trigger twice', async () => {
    await workspace.person('sonia').runs('/seats twice');
    expect(await workspace.person('sonia').finds('exchanged_trigger_id')).toBe(true);
    expect(workspace.person('sonia').modals).toHaveLength(1);
  });

  it('exchange messages', async () => {
    await workspace.person('claire').says('Hello', 'C0ACME00001');
    expect(workspace.person('noah').messages('C0ACME00001')).toMatchObject([{ user: 'U0CLAIRE001', text: 'Hello' }]);
    await expect(workspace.person('gus').says('Hello', 'C0ACME00001')).rejects.toThrow('not in channel');
  });
});

async function offerSeat(client: WebClient): Promise<void> {
  await client.chat.postMessage({
    channel: GLOBEX,
    text: 'A seat',
    blocks: [{ type: 'actions', elements: [button('Take', 'take', 'one'), button('Drop', 'drop', 'one')] }],
  });
}

function listens(app: App, heard: unknown[]): void {
  app.use(async ({ body, next }) => {
    heard.push(body);
    await next();
  });
  app.command('/seats', async ({ ack, client, command }) => {
    if (command.text === 'sleep') return;
    if (command.text === 'aloud') return ack({ response_type: 'in_channel', text: 'For all' });
    if (command.text === 'whisper') return ack('For you');
    await ack();
    for (const _ of [1, 2]) await client.views.open({ trigger_id: command.trigger_id, view: takeView });
  });
  app.shortcut('generate_seats', async ({ ack }) => ack());
  app.action('take', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view: takeView });
  });
  app.action('drop', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Dropped' });
  });
  app.action('refresh', async ({ ack }) => ack());
  app.view('take', async ({ ack }) => ack());
  app.event('app_home_opened', async ({ client, event }) => {
    const text = { ...plain(`Welcome, ${event.user}`) };
    const refresh = { type: 'actions' as const, elements: [button('Refresh', 'refresh', '')] };
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'section', text }, refresh] },
    });
  });
}

const takeView = {
  type: 'modal' as const,
  callback_id: 'take',
  title: plain('Take'),
  submit: plain('Take'),
  blocks: [{ type: 'divider' as const }],
};
