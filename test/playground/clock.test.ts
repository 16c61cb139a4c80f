import { WebClient } from '@slack/web-api';
import { type Now, parseInstant } from '../../src/core/time';
import { Clock } from '../../src/playground/clock';
import { Workspace } from '../../src/playground/workspace';
import { startBot } from './bot';
import { quiet } from './quiet';

const ACME = 'C0ACME00001';
const GENERAL = 'C0GENERAL01';
const NEXT_SPRING = parseInstant('2027-03-01T09:00:00.000Z');
const LAST_SUMMER = parseInstant('2026-07-01T09:00:00.000Z');

describe('a clock', () => {
  it('shows real time until it is moved, and again after a reset', () => {
    const clock = new Clock();
    expect(secondsBetween(clock.now(), real())).toBeLessThan(10);
    expect(clock.isMoved).toBe(false);
    clock.moveTo(NEXT_SPRING);
    expect(clock.isMoved).toBe(true);
    clock.reset();
    expect(clock.isMoved).toBe(false);
    expect(secondsBetween(clock.now(), real())).toBeLessThan(10);
  });

  it('runs on from the time it was moved to', async () => {
    const clock = new Clock();
    clock.moveTo(NEXT_SPRING);
    const before = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(secondsBetween(before, NEXT_SPRING)).toBeLessThan(10);
    expect(clock.now().toMillis()).toBeGreaterThanOrEqual(before.toMillis() + 29);
  });

  it('notifies its listeners until they stop listening', () => {
    const clock = new Clock();
    let moves = 0;
    const stop = clock.onMove(() => {
      moves += 1;
    });
    clock.moveTo(NEXT_SPRING);
    clock.reset();
    stop();
    clock.moveTo(NEXT_SPRING);
    expect(moves).toBe(2);
  });
});

describe('the timestamps of Slack', () => {
  let workspace: Workspace;
  let client: WebClient;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0, hasLimits: false });
    const { botToken, apiUrl } = workspace.credentials;
    client = new WebClient(botToken, { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logger: quiet });
  });

  afterEach(() => workspace.stop());

  const post = async (text: string, channel = ACME) =>
    (await client.chat.postMessage({ channel, text })).ts ?? 'no timestamp';

  it('are real time while the clock is not moved', async () => {
    expect(secondsBetween(timeOf(await post('Now')), real())).toBeLessThan(10);
  });

  it('use the moved clock for the bot, in history and on the page', async () => {
    workspace.clock.moveTo(NEXT_SPRING);
    const answer = await client.chat.postMessage({ channel: ACME, text: 'Spring' });
    const { ts = '' } = answer;
    expect(secondsBetween(timeOf(ts), NEXT_SPRING)).toBeLessThan(10);
    expect(answer.message?.ts).toBe(ts);
    expect((await client.conversations.history({ channel: ACME })).messages).toMatchObject([{ ts }]);
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ ts }]);
  });

  it('use the moved clock for people’s messages, ephemeral messages and edits', async () => {
    workspace.clock.moveTo(NEXT_SPRING);
    await workspace.person('claire').says('Hello', ACME);
    const whisper = await client.chat.postEphemeral({ channel: ACME, user: 'U0CLAIRE001', text: 'Psst' });
    const ts = await post('Old');
    const { message } = await client.chat.update({ channel: ACME, ts, text: 'New' });
    const shown = workspace.person('claire').messages(ACME);
    expect(shown.map(({ text }) => text)).toEqual(['Hello', 'Psst', 'New']);
    expect(shown[1]?.ts).toBe(whisper.message_ts);
    const edited = (message as { edited?: { ts: string } }).edited?.ts ?? '';
    for (const one of [...shown.map((each) => each.ts), edited])
      expect(secondsBetween(timeOf(one), NEXT_SPRING)).toBeLessThan(10);
  });

  it('limit the history', async () => {
    const early = await post('Today');
    workspace.clock.moveTo(NEXT_SPRING);
    await post('Spring');
    const texts = async (bounds: { oldest?: string; latest?: string; inclusive?: boolean }) =>
      (await client.conversations.history({ channel: ACME, ...bounds })).messages?.map(({ text }) => text);
    const beforeSpring = String(NEXT_SPRING.minus({ minutes: 1 }).toSeconds());
    expect(await texts({ oldest: beforeSpring })).toEqual(['Spring']);
    expect(await texts({ latest: beforeSpring })).toEqual(['Today']);
    expect(await texts({ latest: early, inclusive: true })).toEqual(['Today']);
  });

  it('identify the message to update, pin, press and delete', async () => {
    const pressed: unknown[] = [];
    await startBot(workspace, (app) => {
      app.action('go', async ({ ack, body }) => {
        await ack();
        pressed.push(body);
      });
    });
    workspace.clock.moveTo(NEXT_SPRING);
    const button = { type: 'button' as const, text: { type: 'plain_text' as const, text: 'Go' }, action_id: 'go' };
    const blocks = [{ type: 'actions' as const, elements: [button] }];
    const { ts = '' } = await client.chat.postMessage({ channel: ACME, text: 'Go?', blocks });
    await workspace.person('claire').clicks('Go');
    expect(pressed).toMatchObject([{ message: { ts }, actions: [{ action_ts: expect.stringMatching(/^1803/) }] }]);
    expect(await client.chat.update({ channel: ACME, ts, text: 'Gone' })).toMatchObject({ ts, text: 'Gone' });
    await client.pins.add({ channel: ACME, timestamp: ts });
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ ts, text: 'Gone', pinned: true }]);
    await client.chat.delete({ channel: ACME, ts });
    expect(workspace.person('claire').messages(ACME)).toEqual([]);
  });

  it('keep increasing in a channel when the clock moves back, but not in other channels', async () => {
    workspace.clock.moveTo(NEXT_SPRING);
    const spring = await post('Spring');
    workspace.clock.moveTo(LAST_SUMMER);
    const later = [await post('Later'), await post('Last')];
    expect([spring, ...later]).toEqual([...new Set([spring, ...later])].sort());
    expect(workspace.person('claire').messages(ACME)).toMatchObject([
      { text: 'Spring' },
      { text: 'Later' },
      { text: 'Last' },
    ]);
    const history = await client.conversations.history({ channel: ACME });
    expect(history.messages?.map(({ text }) => text)).toEqual(['Last', 'Later', 'Spring']);
    expect(secondsBetween(timeOf(await post('Summer', GENERAL)), LAST_SUMMER)).toBeLessThan(10);
  });

  it('are unique, however many messages arrive at once', async () => {
    workspace.clock.moveTo(NEXT_SPRING);
    const channels = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? ACME : GENERAL));
    const given = await Promise.all(channels.map((channel, index) => post(`Message ${index}`, channel)));
    expect(new Set(given).size).toBe(60);
    const history = (await client.conversations.history({ channel: ACME })).messages?.map(({ ts = '' }) => ts) ?? [];
    expect(history).toHaveLength(30);
    expect(history).toEqual([...history].sort().reverse());
    expect(
      workspace
        .person('claire')
        .messages(ACME)
        .map(({ ts }) => ts),
    ).toEqual([...history].reverse());
  });

  it('do not affect triggers and signatures', async () => {
    workspace.clock.moveTo(NEXT_SPRING);
    await startBot(workspace, (app) => {
      app.command('/seats', async ({ ack, client: mine, body }) => {
        await ack();
        const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Open' }, blocks: [] };
        await mine.views.open({ trigger_id: body.trigger_id, view });
      });
    });
    expect(await workspace.person('sonia').runs('/seats')).toEqual({ ok: true });
    expect(await workspace.person('sonia').finds('# Open')).toBe(true);
  });

  it('include the UTC offset for the season', async () => {
    workspace.clock.moveTo(LAST_SUMMER);
    expect((await client.users.info({ user: 'U0CLAIRE001' })).user?.tz_offset).toBe(7200);
    workspace.clock.moveTo(NEXT_SPRING);
    expect((await client.users.info({ user: 'U0CLAIRE001' })).user?.tz_offset).toBe(3600);
  });
});

function real(): Now {
  return new Clock().now();
}

function timeOf(ts: string): Now {
  return parseInstant(new Date(Number(ts) * 1000).toISOString());
}

function secondsBetween(one: Now, other: Now): number {
  return Math.abs(one.diff(other, 'seconds').seconds);
}
