import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { parseInstant } from '../../src/core/time';
import { Workspace } from '../../src/playground/workspace';
import { startBot } from './bot';

const ACME = 'C0ACME00001';

describe('a restart', () => {
  let folder: string;
  let workspace: Workspace;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workspace-'));
    workspace = await start();
  });

  afterEach(async () => {
    await workspace.stop();
    await rm(folder, { recursive: true });
  });

  const start = () => Workspace.start({ port: 0, file: join(folder, 'deep', 'messages.json') });
  const clientOf = ({ credentials }: Workspace) =>
    new WebClient(credentials.botToken, { slackApiUrl: credentials.apiUrl });

  it('keeps messages with their timestamps and metadata', async () => {
    const metadata = { event_type: 'order', event_payload: { reference: 'B0000000012' } };
    const { ts = '' } = await clientOf(workspace).chat.postMessage({ channel: ACME, text: 'Order', metadata });
    await workspace.person('claire').says('Thank you', ACME);
    await workspace.stop();
    workspace = await start();
    expect(workspace.person('claire').messages(ACME)).toMatchObject([
      { ts, text: 'Order', user: 'U0SEATSBOT1' },
      { text: 'Thank you', user: 'U0CLAIRE001' },
    ]);
    const client = clientOf(workspace);
    await client.chat.update({ channel: ACME, ts, text: 'Order, changed', metadata });
    const { messages } = await client.conversations.history({ channel: ACME, include_all_metadata: true });
    expect(messages?.at(-1)).toMatchObject({ ts, text: 'Order, changed', metadata });
    expect(workspace.person('claire').sees('Order, changed')).toBe(true);
  });

  it('keeps direct messages with working buttons', async () => {
    const button = { type: 'button' as const, text: { type: 'plain_text' as const, text: 'Go' }, action_id: 'go' };
    const said = { channel: 'U0GUS000001', text: 'Go?', blocks: [{ type: 'actions' as const, elements: [button] }] };
    const { ts } = await clientOf(workspace).chat.postMessage(said);
    await workspace.stop();
    workspace = await start();
    const heard: unknown[] = [];
    await startBot(workspace, (app) => {
      app.action('go', async ({ ack, body }) => {
        await ack();
        heard.push(body);
      });
    });
    await workspace.person('gus').clicks('Go', { channel: 'D0GUS000001' });
    expect(heard).toMatchObject([{ container: { message_ts: ts, channel_id: 'D0GUS000001' }, message: { ts } }]);
  });

  it('keeps pins', async () => {
    const { ts = '' } = await clientOf(workspace).chat.postMessage({ channel: ACME, text: 'Order' });
    await clientOf(workspace).pins.add({ channel: ACME, timestamp: ts });
    await workspace.stop();
    workspace = await start();
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ ts, pinned: true }]);
    await expect(clientOf(workspace).pins.add({ channel: ACME, timestamp: ts })).rejects.toThrow('already_pinned');
  });

  it('keeps the moved clock, and timestamps increase from there', async () => {
    const spring = parseInstant('2027-03-01T09:00:00.000Z');
    workspace.clock.moveTo(spring);
    const { ts = '' } = await clientOf(workspace).chat.postMessage({ channel: ACME, text: 'Spring' });
    await workspace.stop();
    workspace = await start();
    expect(workspace.clock.isMoved).toBe(true);
    expect(workspace.clock.now().diff(spring, 'seconds').seconds).toBeLessThan(30);
    workspace.clock.reset();
    const later = await clientOf(workspace).chat.postMessage({ channel: ACME, text: 'Back' });
    expect(Number(later.ts)).toBeGreaterThan(Number(ts));
  });

  it('is in real time after the clock was reset', async () => {
    workspace.clock.moveTo(parseInstant('2027-03-01T09:00:00.000Z'));
    workspace.clock.reset();
    await workspace.stop();
    workspace = await start();
    expect(workspace.clock.isMoved).toBe(false);
    expect(await readdir(join(folder, 'deep')).catch(() => [])).not.toContain('messages-clock.json');
  });

  it('names the file that the clock cannot be read from', async () => {
    await workspace.stop();
    const file = join(folder, 'other.json');
    await writeFile(join(folder, 'other-clock.json'), 'noon');
    await expect(Workspace.start({ port: 0, file })).rejects.toThrow('other-clock.json does not say');
  });

  it('drops ephemeral messages', async () => {
    const whisper = { channel: ACME, user: 'U0CLAIRE001', text: 'Psst' };
    await clientOf(workspace).chat.postEphemeral(whisper);
    await workspace.stop();
    workspace = await start();
    expect(workspace.person('claire').sees('Psst')).toBe(false);
  });
});
