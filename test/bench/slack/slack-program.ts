import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { channelOf, coordinatorOf } from '../seed/people';
import { startFakeSlack } from './fake-slack';
import { readText, serve } from './serve';
import type { Plan } from './slack-elsewhere';
import { untilOpened } from './until-opened';

/** Runs Slack and its people in a separate process, so that they do not slow down the product. */
async function main(): Promise<void> {
  const slack = await startFakeSlack();
  const answers: Record<string, (request: IncomingMessage) => Promise<object>> = {
    '/messages': async () => ({ posts: slack.messages.posts, refused: slack.messages.refused }),
    '/type': async (request) => {
      const { url, customers, everyMs }: Plan = JSON.parse(await readText(request));
      const typing = customers.map(async (customer, index) => {
        // A random offset, so that commands do not coincide with the product's timers.
        await sleep((index + Math.random()) * everyMs);
        const typed = { by: coordinatorOf(customer), channel: channelOf(customer), text: 'assign' };
        return untilOpened(url, slack, { ...typed, opens: 'assign_seat' });
      });
      return Promise.all(typing);
    },
  };
  const control = await serve(async (request, response) => {
    const answer = await answers[request.url ?? '']?.(request).catch((error) => ({ error: String(error) }));
    response.end(JSON.stringify(answer));
  });
  process.send?.({ apiUrl: slack.apiUrl, controlUrl: control.url });
}

// Exits with the benchmark, even when the benchmark crashes.
process.once('disconnect', () => process.exit());
void main();
