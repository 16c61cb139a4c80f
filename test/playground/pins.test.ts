import { WebClient } from '@slack/web-api';
import { readManifest } from '../../src/playground/manifest';
import { Workspace } from '../../src/playground/workspace';
import { quiet } from './quiet';

const ACME = 'C0ACME00001';

describe('a pin', () => {
  let workspace: Workspace;
  let client: WebClient;
  let timestamp: string;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
    client = clientOf(workspace);
    timestamp = (await client.chat.postMessage({ channel: ACME, text: 'Twenty seats' })).ts ?? '';
  });

  afterEach(() => workspace.stop());

  it('marks the message, and stays when the message changes', async () => {
    await client.pins.add({ channel: ACME, timestamp });
    expect(workspace.person('claire').sees('Seats (pinned): Twenty seats')).toBe(true);
    await client.chat.update({ channel: ACME, ts: timestamp, text: 'Nineteen seats' });
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ text: 'Nineteen seats', pinned: true }]);
    const history = await client.conversations.history({ channel: ACME });
    expect(history).toMatchObject({ pin_count: 1, messages: [{ ts: timestamp, pinned_to: [ACME] }] });
  });

  it('can be removed', async () => {
    await client.pins.add({ channel: ACME, timestamp });
    await client.pins.remove({ channel: ACME, timestamp });
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ pinned: false }]);
    await expect(client.pins.remove({ channel: ACME, timestamp })).rejects.toThrow('no_pin');
  });

  it('is removed with its message', async () => {
    await client.pins.add({ channel: ACME, timestamp });
    await client.chat.delete({ channel: ACME, ts: timestamp });
    expect(workspace.person('claire').messages(ACME)).toEqual([]);
    expect(await client.conversations.history({ channel: ACME })).toMatchObject({ pin_count: 0, messages: [] });
    await expect(client.chat.delete({ channel: ACME, ts: timestamp })).rejects.toThrow('message_not_found');
  });

  it('is refused a second time, and for an unknown message or channel', async () => {
    await client.pins.add({ channel: ACME, timestamp });
    await expect(client.pins.add({ channel: ACME, timestamp })).rejects.toThrow('already_pinned');
    await expect(client.pins.add({ channel: ACME, timestamp: '1700000000.000001' })).rejects.toThrow(
      'message_not_found',
    );
    await expect(client.pins.add({ channel: 'C404', timestamp })).rejects.toThrow('channel_not_found');
  });

  it('needs its scope', async () => {
    const manifest = readManifest();
    const { scopes } = manifest.oauth_config;
    scopes.bot = scopes.bot.filter((scope) => scope !== 'pins:write');
    const poorer = await Workspace.start({ port: 0, manifest });
    const { ts = '' } = await clientOf(poorer).chat.postMessage({ channel: ACME, text: 'Twenty seats' });
    const refusal = await clientOf(poorer)
      .pins.add({ channel: ACME, timestamp: ts })
      .catch((error: { data?: unknown }) => error.data);
    await poorer.stop();
    expect(refusal).toMatchObject({ error: 'missing_scope', needed: 'pins:write' });
  });
});

describe('a direct conversation', () => {
  let workspace: Workspace;
  let client: WebClient;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
    client = clientOf(workspace);
  });

  afterEach(() => workspace.stop());

  it('opens by user id, and receives messages to either id', async () => {
    const { channel } = await client.conversations.open({ users: 'U0CLAIRE001' });
    expect(channel?.id).toBe('D0CLAIRE001');
    expect((await client.chat.postMessage({ channel: 'U0CLAIRE001', text: 'One' })).channel).toBe('D0CLAIRE001');
    expect((await client.chat.postMessage({ channel: 'D0CLAIRE001', text: 'Two' })).channel).toBe('D0CLAIRE001');
    expect(workspace.person('claire').messages('D0CLAIRE001')).toMatchObject([{ text: 'One' }, { text: 'Two' }]);
  });

  it('has a history, which needs its scope', async () => {
    await client.chat.postMessage({ channel: 'U0CLAIRE001', text: 'One' });
    expect(await client.conversations.history({ channel: 'D0CLAIRE001' })).toMatchObject({
      messages: [{ text: 'One', user: 'U0SEATSBOT1' }],
    });
    const manifest = readManifest();
    const { scopes } = manifest.oauth_config;
    scopes.bot = scopes.bot.filter((scope) => scope !== 'im:history');
    const poorer = await Workspace.start({ port: 0, manifest });
    const asked = clientOf(poorer).conversations.history({ channel: 'D0CLAIRE001' });
    await expect(asked).rejects.toThrow('missing_scope');
    await poorer.stop();
  });
});

describe('a message deleted by an administrator', () => {
  let workspace: Workspace;
  let client: WebClient;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
    client = clientOf(workspace);
  });

  afterEach(() => workspace.stop());

  it('is gone for everyone, including the bot', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: ACME, text: 'Twenty seats' });
    expect(await workspace.person('sonia').deletes(ACME, ts)).toEqual({ ok: true });
    expect(workspace.person('claire').messages(ACME)).toEqual([]);
    expect((await client.conversations.history({ channel: ACME })).messages).toEqual([]);
    await expect(client.chat.update({ channel: ACME, ts, text: 'x' })).rejects.toThrow('message_not_found');
    await expect(client.pins.add({ channel: ACME, timestamp: ts })).rejects.toThrow('message_not_found');
  });

  it('can have any author', async () => {
    await workspace.person('claire').says('Hello', ACME);
    const [message] = workspace.person('claire').messages(ACME);
    await workspace.person('sonia').deletes(ACME, message?.ts ?? '');
    expect(workspace.person('claire').messages(ACME)).toEqual([]);
  });

  it('must exist, in a channel that the administrator is in', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: ACME, text: 'Twenty seats' });
    await expect(workspace.person('gus').deletes(ACME, ts)).rejects.toThrow('not in channel');
    await expect(workspace.person('sonia').deletes(ACME, '1.1')).rejects.toThrow('no message 1.1');
  });
});

function clientOf({ credentials }: Workspace): WebClient {
  const { botToken, apiUrl } = credentials;
  return new WebClient(botToken, { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logger: quiet });
}
