import { once } from 'node:events';
import type { Socket } from 'node:net';
import { ConfigError } from '../../src/config';
import { WebServer } from '../../src/start/http-server';
import { sendBytes, statusOf } from '../support/raw-request';

const GET = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n';

describe('the web server', () => {
  let server: WebServer;
  let url: string;

  beforeEach(async () => {
    server = await WebServer.open((_request, response) => response.end('here'), { port: 0, host: '127.0.0.1' });
    url = `http://127.0.0.1:${server.address.port}`;
  });

  afterEach(() => server?.close());

  it('hangs up on strangers who say nothing, or begin and never end', async () => {
    const beginnings = [
      '',
      'POST / HTTP/1.1\r\nhost: local',
      'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\nabc',
    ];
    const sockets = await Promise.all(beginnings.map((text) => sendBytes(url, text)));
    await Promise.all(sockets.map(closes));
  });

  it('invites nobody to send a body that no request may have', async () => {
    const asks = (length: number) =>
      sendBytes(url, `POST / HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length: ${length}\r\n\r\n`);
    expect(await statusOf(await asks(9))).toBe(100);
    expect(await statusOf(await asks(4 * 1024 * 1024))).toBe(200);
  });

  it('hangs up on people who have their answer and ask nothing more', async () => {
    await closes(await sendBytes(url, GET));
  });

  it.each([
    ['say nothing', ''],
    ['never finish what they ask', 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\nhalf'],
  ])('serves everybody beside a crowd of strangers who %s, the longest silent of whom make room', async (_, bytes) => {
    const crowd = await Promise.all(Array.from({ length: 600 }, () => sendBytes(url, bytes)));
    for (let time = 0; time < 5; time += 1) expect(await statusOf(await sendBytes(url, GET))).toBe(200);
    expect(crowd.filter(({ destroyed, readableEnded }) => destroyed || readableEnded).length).toBeLessThan(200);
    for (const socket of crowd) socket.destroy();
  });

  it('listens only where HOST says, and names the setting that cannot be', async () => {
    expect(server.address).toMatchObject({ address: '127.0.0.1' });
    const { port } = server.address;
    const complaint = async (at: Parameters<typeof WebServer.open>[1]) =>
      WebServer.open(() => undefined, at).catch((error: unknown) =>
        error instanceof ConfigError ? error.message : error,
      );
    expect(await complaint({ port, host: '127.0.0.1' })).toBe(`PORT ${port} is in use: set PORT to another one.`);
    for (const host of ['203.0.113.7', 'nowhere.invalid'])
      expect(await complaint({ port: 0, host })).toMatch(
        new RegExp(`^HOST ${host} is no address of this machine: leave it out to listen at all of them\\.$`),
      );
  });
});

async function closes(socket: Socket): Promise<void> {
  socket.resume();
  if (!socket.closed) await once(socket, 'close');
}
