import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { download } from '../../src/slack/downloads';

describe('downloading a file', () => {
  const servers: Server[] = [];
  const asked: (string | undefined)[] = [];

  beforeEach(() => {
    asked.length = 0;
  });

  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  const serve = async (listener: RequestListener) => {
    const server = createServer((request, response) => {
      asked.push(request.headers.authorization);
      listener(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const fetches = (address: string, api = address) =>
    download(new WebClient('xoxb-secret', { slackApiUrl: `${api}/api/` }), `${address}/file`, 10);

  it('sends our token to Slack only', async () => {
    const slack = await serve((_request, response) => response.end('content'));
    const other = await serve((_request, response) => response.end('content'));
    expect(await fetches(slack)).toEqual({ kind: 'bytes', bytes: Buffer.from('content') });
    expect(asked).toEqual(['Bearer xoxb-secret']);
    expect(await fetches(other, slack)).toEqual({ kind: 'gone' });
    expect(await fetches('not an address', slack)).toEqual({ kind: 'gone' });
    expect(await fetches('http://slack.com.evil.example', slack)).toEqual({ kind: 'gone' });
    expect(asked).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    const other = await serve((_request, response) => response.end('content'));
    const slack = await serve((_request, response) => response.writeHead(302, { location: other }).end());
    expect(await fetches(slack)).toEqual({ kind: 'gone' });
    expect(asked).toHaveLength(1);
  });

  it('stops at the limit, whatever the announced size', async () => {
    const slack = await serve((_request, response) => response.end('x'.repeat(11)));
    expect(await fetches(slack)).toEqual({ kind: 'too_large' });
  });

  it.each([
    [200, 'text/html; charset=utf-8', 'gone'],
    [404, 'text/plain', 'gone'],
    [429, 'text/plain', 'unreachable'],
    [503, 'text/plain', 'unreachable'],
  ])('recognises %i %s', async (status, type, kind) => {
    const slack = await serve((_request, response) => response.writeHead(status, { 'content-type': type }).end('…'));
    expect(await fetches(slack)).toMatchObject({ kind });
  });
});
