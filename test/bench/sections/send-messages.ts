import { setTimeout as sleep } from 'node:timers/promises';
import { orderReference } from '../../../src/core/reference';
import { slackLimits } from '../../../src/core/slack-limits';
import { type Now, toInstant } from '../../../src/core/time';
import { clock } from '../../../src/create-app';
import type { Database } from '../../../src/database/database';
import { orderAnnouncement } from '../../../src/features/orders/order.messages';
import { steadyPerMinute } from '../../../src/outbox/call-budget';
import { enqueue } from '../../../src/outbox/outbox';
import { type Line, limitLine, shareLine } from '../report';
import { ORDERS_PER_CUSTOMER } from '../seed/orders';
import { channelOf } from '../seed/people';
import type { Post } from '../slack/message-limits';
import { runProduct } from '../slack/run-product';
import { startSlackElsewhere } from '../slack/slack-elsewhere';
import { forgetQueued } from './queued';
import type { Bench, Section } from './section';

const MIN_SHARE = 0.95;
const MAX_MINUTES = 40;
const PACE_PER_SECOND = steadyPerMinute(slackLimits('chat.postMessage')) / 60;
/** Together, they stay below the limit of the workspace. */
const CHANNELS = 4;
/** Skips the burst that the rate limit allows after a pause. */
const WARM_UP_MS = 2_000;

/** The messages sent to a Slack that enforces its limits, as a share of what they allow. */
export const sendMessages: Section = async (bench) => {
  // More than a minute, by which Slack counts.
  const windowMs = bench.quick ? 5_000 : 80_000;
  return [...(await toManyChannels(bench, windowMs)), ...(await toFewChannels(bench, windowMs))];
};

/** Ten thousand reminders become due, each in its own channel. */
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

/** Announces one customer's orders in its channel, repeatedly. */
async function announceOften(db: Database, customer: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const subject = orderReference((customer - 1) * ORDERS_PER_CUSTOMER + (time % ORDERS_PER_CUSTOMER) + 1);
    const dedupeKey = `bench:${customer}:${time}`;
    const entry = { message: orderAnnouncement, subject, channel: channelOf(customer), dedupeKey };
    await enqueue(db, entry, toInstant(clock()));
  }
}

/** Counts the messages that arrive in the window after the warm-up, then empties the queue. */
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

/** Counts from the first to the last message of each series, so that the edges of the window do not matter. */
function perSecond(series: Post[][]): number {
  let messages = 0;
  let seconds = 0;
  for (const posts of series) {
    messages += posts.length - 1;
    seconds += ((posts.at(-1)?.at ?? 0) - (posts[0]?.at ?? 0)) / 1_000;
  }
  return messages / seconds;
}
