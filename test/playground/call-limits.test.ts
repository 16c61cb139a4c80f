import { ErrorCode, WebClient } from '@slack/web-api';
import { CallLimits } from '../../src/playground/call-limits';
import { Workspace } from '../../src/playground/workspace';
import { quiet } from './quiet';

const ACME = 'C0ACME00001';

describe('the local workspace', () => {
  let workspace: Workspace;

  afterEach(() => workspace?.stop());

  const clientOf = ({ credentials: { botToken, apiUrl } }: Workspace) =>
    new WebClient(botToken, {
      slackApiUrl: apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: quiet,
    });

  it('refuses the fifty-first update of a minute, says when it takes one again, and takes other calls', async () => {
    workspace = await Workspace.start({ port: 0 });
    const client = clientOf(workspace);
    const { ts = '' } = await client.chat.postMessage({ channel: ACME, text: 'x' });
    const update = () => client.chat.update({ channel: ACME, ts, text: 'y' });
    for (let number = 1; number <= 50; number += 1) await update();
    const refusal = await update().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: ErrorCode.RateLimitedError });
    const { retryAfter } = refusal as { retryAfter: number };
    expect(retryAfter).toBeGreaterThan(20);
    expect(retryAfter).toBeLessThanOrEqual(60);
    await expect(client.chat.postMessage({ channel: ACME, text: 'z' })).resolves.toMatchObject({ ok: true });
  });

  it('takes any number of calls from a test that is in a hurry', async () => {
    workspace = await Workspace.start({ port: 0, hasLimits: false });
    const client = clientOf(workspace);
    for (let number = 1; number <= 60; number += 1) await client.chat.postMessage({ channel: ACME, text: 'x' });
    expect(workspace.person('claire').messages(ACME)).toHaveLength(60);
  });
});

describe('the limits of calls', () => {
  it('are those of Slack, in any sixty seconds', () => {
    const limits = new CallLimits();
    const taken = (method: string, at: number) => limits.take(method, undefined, at) === undefined;
    const often = (method: string, at: number) => Array.from({ length: 400 }, () => taken(method, at)).filter(Boolean);
    expect(often('pins.add', 0)).toHaveLength(20);
    expect(often('chat.update', 0)).toHaveLength(50);
    expect(often('views.publish', 0)).toHaveLength(100);
    expect(often('chat.postMessage', 0)).toHaveLength(300);
    expect(often('something.unknown', 0)).toHaveLength(20);
    expect(limits.take('pins.add', undefined, 15_500)).toBe(45);
    expect(often('pins.add', 59_999)).toHaveLength(0);
    expect(often('pins.add', 60_000)).toHaveLength(20);
  });

  it('allow a channel a short burst, then a message a second', () => {
    const limits = new CallLimits();
    const posts = (at: number) => limits.take('chat.postMessage', ACME, at);
    for (let number = 1; number <= 10; number += 1) expect(posts(0)).toBeUndefined();
    expect(posts(0)).toBe(1);
    expect(limits.take('chat.postMessage', 'C0GLOBEX001', 0)).toBeUndefined();
    expect(posts(1_000)).toBeUndefined();
    expect(posts(1_000)).toBe(1);
  });
});
