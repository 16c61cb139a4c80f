import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { moodleListener } from './moodle-listener';
import type { MoodleSite } from './moodle-site';

/** Listens on this machine, on any free port by default. */
export async function serveMoodle(site: MoodleSite, port = 0): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(moodleListener(site));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
