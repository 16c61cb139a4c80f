import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LogLevel, WebClient } from '@slack/web-api';
import { waitSeconds } from '../../src/outbox/retries';
import { classify } from '../../src/slack/failures';

describe('a refusal of Slack', () => {
  let server: Server;
  let retryAfter: string | undefined;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.writeHead(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => server?.close());

  async function failure() {
    const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const options = {
      slackApiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logLevel: LogLevel.ERROR,
    };
    return new WebClient('xoxb-1', options).auth.test().then(() => undefined, classify);
  }

  it.each([
    ['7', 7],
    ['99999999999', 300],
  ])('waits as long as Slack says, up to five minutes: Retry-After %s', async (header, seconds) => {
    retryAfter = header;
    expect(waitSeconds((await failure()) ?? fail(), 3)).toBe(seconds);
  });

  it.each([undefined, '', 'soon'])('waits half a minute when Slack does not say how long: %s', async (header) => {
    retryAfter = header;
    expect(await failure()).toEqual({ kind: 'wait', seconds: 30, error: 'ratelimited' });
  });

  it.each(['0', '-5'])('waits longer after each attempt when Slack asks for no wait: %s', async (header) => {
    retryAfter = header;
    const refused = (await failure()) ?? fail();
    expect(refused.kind).toBe('wait');
    expect(waitSeconds(refused, 0)).toBeGreaterThanOrEqual(0.5);
    expect(waitSeconds(refused, 6)).toBeGreaterThanOrEqual(32);
  });
});

function fail(): never {
  throw new Error('Slack refused nothing.');
}
