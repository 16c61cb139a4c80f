import { setTimeout as sleep } from 'node:timers/promises';
import { spreadOf } from '../measure';
import { ratioLine, spreadLine } from '../report';
import type { Crowd } from '../seed/crowd';
import { type RunningProduct, runProduct } from '../slack/run-product';
import { type SlackElsewhere, startSlackElsewhere } from '../slack/slack-elsewhere';
import { type MovedClock, movedClock } from './moved-clock';
import { countQueued, forgetQueued } from './queued';
import { customerAt, type Section } from './section';

const MAX_MS = 100;
const MAX_RATIO = 1.2;
/** Twenty-five people a second. */
const EVERY_MS = 40;
const SETTLE_MS = 1_000;

interface Office {
  crowd: Crowd;
  slack: SlackElsewhere;
  product: RunningProduct;
  clock: MovedClock;
}

/**
 * `/seats assign` while nothing else is to be done, and while ten thousand reminders are queued and then sent; in turn, so
 * that what else the machine does slows both alike.
 */
export const busySlashCommand: Section = async ({ crowd, quick }) => {
  const slack = await startSlackElsewhere();
  const clock = movedClock(await crowd.nextMoment());
  const product = await runProduct(crowd.db, slack.apiUrl, clock.now);
  const office = { crowd, slack, product, clock };
  const durations = { idle: [] as number[], busy: [] as number[] };
  await day(office, 100);
  for (let round = 0; round < (quick ? 1 : 4); round += 1) {
    const { idle, busy } = await day(office, quick ? 100 : 500);
    durations.idle.push(...idle);
    durations.busy.push(...busy);
  }
  await product.stop();
  await slack.close();
  const [idle, busy] = [spreadOf(durations.idle), spreadOf(durations.busy)];
  return [
    spreadLine('/seats assign, nothing else to do → views.open', idle, MAX_MS),
    spreadLine('/seats assign, while 10,000 are reminded → views.open', busy, MAX_MS),
    ratioLine('/seats assign, p99 while reminded ÷ p99 otherwise', busy.p99 / idle.p99, MAX_RATIO),
  ];
};

/** An hour before the reminders are due, and from the moment on at which they are. */
async function day({ crowd, slack, product, clock }: Office, commands: number) {
  const customers = Array.from({ length: commands }, (_, index) => customerAt(index, crowd.customers));
  const type = () => slack.type({ url: product.url, customers, everyMs: EVERY_MS });
  const due = await crowd.nextMoment();
  clock.set(due.minus({ hours: 1 }));
  product.wake();
  await sleep(SETTLE_MS);
  const idle = await type();
  clock.set(due);
  product.wake();
  const busy = await type();
  if ((await countQueued(crowd.db, 'reminder')) === 0) throw new Error('Nothing was left to send meanwhile.');
  await forgetQueued(crowd.db);
  return { idle, busy };
}
