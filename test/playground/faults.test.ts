import { ErrorCode, WebClient } from '@slack/web-api';
import { Workspace } from '../../src/playground/workspace';
import { quiet } from './quiet';

const ACME = 'C0ACME00001';

describe('a fault that is switched on', () => {
  let workspace: Workspace;
  let client: WebClient;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
    const { botToken, apiUrl } = workspace.credentials;
    client = new WebClient(botToken, {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: quiet,
    });
  });

  afterEach(() => workspace.stop());

  const post = (text = 'x') => client.chat.postMessage({ channel: ACME, text });

  it('stays on until it is switched off', async () => {
    workspace.faults.switchOn('slack_down');
    expect(workspace.faults.isOn('slack_down')).toBe(true);
    for (const _ of [1, 2, 3]) await expect(client.auth.test()).rejects.toMatchObject({ statusCode: 503 });
    workspace.faults.switchOff('slack_down');
    expect(workspace.faults.isOn('slack_down')).toBe(false);
    await expect(client.auth.test()).resolves.toMatchObject({ ok: true });
  });

  it('limits only the rate of messages, for five seconds each time', async () => {
    workspace.faults.switchOn('rate_limited');
    for (const _ of [1, 2]) {
      await expect(post()).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 5 });
    }
    await expect(client.chat.update({ channel: ACME, ts: '1.1', text: 'x' })).rejects.toMatchObject({ retryAfter: 5 });
    await expect(client.auth.test()).resolves.toMatchObject({ ok: true });
    expect(workspace.person('claire').messages(ACME)).toEqual([]);
  });

  it('loses the answers to new messages, although they arrive', async () => {
    const { ts = '' } = await post('First');
    workspace.faults.switchOn('answers_lost');
    await expect(post('Second')).rejects.toMatchObject({ code: ErrorCode.RequestError });
    expect(workspace.person('claire').messages(ACME)).toHaveLength(2);
    await expect(client.chat.update({ channel: ACME, ts, text: 'Changed' })).resolves.toMatchObject({ ok: true });
  });

  it('gives precedence to a planned fault', async () => {
    workspace.faults.switchOn('slack_down');
    workspace.faults.next('auth.test', { kind: 'error', error: 'account_inactive' });
    await expect(client.auth.test()).rejects.toThrow('account_inactive');
    await expect(client.auth.test()).rejects.toMatchObject({ statusCode: 503 });
  });

  it('applies the most severe when several are on', async () => {
    for (const name of ['answers_lost', 'rate_limited', 'slack_down'] as const) workspace.faults.switchOn(name);
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    workspace.faults.switchOff('slack_down');
    await expect(post()).rejects.toMatchObject({ retryAfter: 5 });
    workspace.faults.clear();
    await expect(post()).resolves.toMatchObject({ ok: true });
  });
});
