import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Opens a connection and sends bytes that need not be a whole request. */
export async function sendBytes(address: string, ...pieces: (string | Buffer)[]): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  for (const piece of pieces) socket.write(piece);
  return socket;
}

/** The status of the first answer; undefined when the connection closes without one. */
export async function statusOf(socket: Socket): Promise<number | undefined> {
  const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')]).catch(() => []);
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(String(answer)) ?? [];
  return status === undefined ? undefined : Number(status);
}
