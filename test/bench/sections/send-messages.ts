import { setTimeout as sleep } from 'node:timers/promises';
import { orderReference } from '../../../src/core/reference';
import { type Now, toInstant } from '../../../src/core/time';
import { clock } from '../../../src/create-app';
import type { Database } from '../../../src/database/database';
import { orderAnnouncement } from '../../../src/features/orders/order.messages';
import { enqueue } from '../../../src/outbox/outbox';
import { RateLimiter } from '../../../src/outbox/rate-limiter';
import { type Line, limitLine, shareLine } from '../report';
import { ORDERS_PER_CUSTOMER } from '../seed/orders';
import { channelOf } from '../seed/people';
import type { Post } from '../slack/channel-limit';
import { runProduct } from '../slack/run-product';
import { startSlackElsewhere } from '../slack/slack-elsewhere';
import { forgetQueued } from './queued';
import type { Bench, Section } from './section';

const MIN_SHARE = 0.95;
const MAX_MINUTES = 15;
const PACE_PER_SECOND = 1_000 / new RateLimiter().intervalMs;
const CHANNELS = 10;
/** What a silence before allows at once is not the pace that lasts. */
const WARM_UP_MS = 2_000;

/** What the whole product sends to a Slack that takes one message a second per channel, as a share of what it may. */
export const sendMessages: Section = async (bench) => {
  const windowMs = bench.quick ? 5_000 : 20_000;
  return [...(await toManyChannels(bench, windowMs)), ...(await toFewChannels(bench, windowMs))];
};

/** Ten thousand reminders become due, each for a channel of its own. */
async function toManyChannels({ crowd }: Bench, windowMs: number): Promise<Line[]> {
  const moment = await crowd.nextMoment();
  const { posts, refused } = await sentWithin(crowd.db, windowMs, () => moment);
  const rate = perSecond([posts]);
  const minutes = crowd.customers / rate / 60;
  return [
    shareLine(`sent to many channels, of ${PACE_PER_SECOND} a second`, rate / PACE_PER_SECOND, MIN_SHARE),
    limitLine('sent to many channels, refused by Slack', refused, '', 0),
    limitLine(`${crowd.customers.toLocaleString('en')} reminders, until the last is sent`, minutes, 'min', MAX_MINUTES),
  ];
}

async function toFewChannels({ crowd: { db } }: Bench, windowMs: number): Promise<Line[]> {
  const each = Math.ceil((WARM_UP_MS + windowMs) / 1_000) + 2;
  for (let customer = 1; customer <= CHANNELS; customer += 1) await announceOften(db, customer, each);
  const { posts, refused } = await sentWithin(db, windowMs);
  const channels = Array.from({ length: CHANNELS }, (_, index) => channelOf(index + 1));
  const rate = perSecond(channels.map((channel) => posts.filter((post) => post.channel === channel)));
  return [
    shareLine(`sent to ${CHANNELS} channels, of one a second to each`, rate, MIN_SHARE),
    limitLine(`sent to ${CHANNELS} channels, refused by Slack`, refused, '', 0),
  ];
}

/** The orders of one customer are announced in its channel, over and over. */
async function announceOften(db: Database, customer: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const subject = orderReference((customer - 1) * ORDERS_PER_CUSTOMER + (time % ORDERS_PER_CUSTOMER) + 1);
    const dedupeKey = `bench:${customer}:${time}`;
    const entry = { message: orderAnnouncement, subject, channel: channelOf(customer), dedupeKey };
    await enqueue(db, entry, toInstant(clock()));
  }
}

/** What arrives in the window after the warm-up; nothing is left to send. */
async function sentWithin(
  db: Database,
  windowMs: number,
  now?: () => Now,
): Promise<{ posts: Post[]; refused: number }> {
  const slack = await startSlackElsewhere();
  const product = await runProduct(db, slack.apiUrl, now);
  while ((await slack.messages()).posts.length === 0) await sleep(50);
  await sleep(WARM_UP_MS + windowMs);
  const { posts, refused } = await slack.messages();
  await product.stop();
  await slack.close();
  await forgetQueued(db);
  const from = (posts[0]?.at ?? 0) + WARM_UP_MS;
  return { posts: posts.filter(({ at }) => at >= from), refused };
}

/** From the first to the last of each series, so that the edges of the window do not count. */
function perSecond(series: Post[][]): number {
  let messages = 0;
  let seconds = 0;
  for (const posts of series) {
    messages += posts.length - 1;
    seconds += ((posts.at(-1)?.at ?? 0) - (posts[0]?.at ?? 0)) / 1_000;
  }
  return messages / seconds;
}
