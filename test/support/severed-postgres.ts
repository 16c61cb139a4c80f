import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A proxy to PostgreSQL that can be cut and restored, to simulate network failures. */
export async function openSeverable(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const pairs = new Set<readonly [Socket, Socket]>();
  let isCut = false;
  let lastWord: string | undefined;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(target.port), target.hostname);
    near.on('data', (piece) => lastWord !== undefined && piece.includes(lastWord) && near.destroy());
    pairs.add([near, far]);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined).on('close', () => other.destroy());
      one.pipe(other);
    }
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: through.href,
    cut,
    /** Nothing more comes through on the connections of now, and nobody is told; new ones work. */
    silence: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
      }
    },
    /** Cuts each connection over which this text is sent; the server may still act on it. */
    cutAt: (text: string) => {
      lastWord = text;
    },
    mend: () => {
      isCut = false;
      lastWord = undefined;
    },
    close: () => {
      cut();
      server.close();
    },
  };
}
