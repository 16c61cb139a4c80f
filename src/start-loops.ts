import type { Logger } from 'pino';
import { features } from '../commands/index';
import { ClockAgreement } from './clock-agreement';
import { type Now, toInstant } from './core/time';
import { type AppParts, type AppSettings, clock } from './create-app';
import type { Database } from './database/database';
import { forgetSubmissions } from './database/submissions';
import { jobsOf } from './effects';
import type { Job } from './feature';
import { type Loop, startLoop } from './loop';
import { forgetKeys } from './outbox/concurrency-keys';
import type { OutboxMessages } from './outbox/message';
import type { Destination } from './outbox/outbox-entry';
import { forgetSent } from './outbox/outbox-overview';
import type { Sender } from './outbox/sender';
import { reportStall } from './outbox/stall';

const TIDY_SECONDS = 3_600;
const STALL_SECONDS = 60;

/** Starts the senders and the periodic jobs. */
export function startLoops(
  { db, log, now = clock }: AppSettings,
  { sender, moodleSender, messages, context }: AppParts,
): Loop[] {
  const destinations: Destination[] = moodleSender ? ['slack', 'moodle'] : ['slack'];
  const jobs: Job[] = [
    ...jobsOf(features).filter(({ needsMoodle }) => moodleSender || !needsMoodle),
    { name: 'stalls', seconds: STALL_SECONDS, run: () => reportStalls(db, destinations, now(), log) },
    { name: 'tidy', seconds: TIDY_SECONDS, deletes: true, run: () => tidy(db, messages, now()) },
  ];
  return [
    startSender('outbox', sender, log),
    ...(moodleSender ? [startSender('moodle', moodleSender, log)] : []),
    ...jobs.map((job) => {
      const run = job.deletes ? whenClocksAgree(job.run, now) : job.run;
      return startLoop(job.name, () => run({ ...context, clock }).then(() => job.seconds * 1_000), log);
    }),
  ];
}

/** Skips runs while either clock may be wrong. */
function whenClocksAgree(run: Job['run'], now: () => Now): Job['run'] {
  const clocks = [now, clock].map((one) => new ClockAgreement(one));
  return async (context) => {
    const agree = clocks.map((one) => one.look());
    if (agree.every(Boolean)) await run(context);
  };
}

/** A loop whose `stop` also waits for running deliveries. */
function startSender(name: string, sender: Sender, log: Logger): Loop {
  const loop = startLoop(name, () => sender.round(), log);
  const forget = sender.onWake(loop.wake);
  return {
    wake: loop.wake,
    stop: async () => {
      forget();
      await loop.stop();
      await sender.drain();
    },
  };
}

async function reportStalls(db: Database, destinations: readonly Destination[], now: Now, log: Logger): Promise<void> {
  for (const destination of destinations) await reportStall(db, destination, { now, clock: clock() }, log);
}

/** Deletes submissions after a week, sent messages after a month, and unused concurrency keys after a day. */
async function tidy(db: Database, messages: OutboxMessages, now: Now): Promise<void> {
  const real = clock();
  const forgotten = [...messages.values()].filter((one) => one.isForgottenWhenDead).map(({ kind }) => kind);
  await forgetSubmissions(db, toInstant(now.minus({ days: 7 })));
  await forgetSent(db, toInstant(real.minus({ days: 30 })), forgotten);
  await forgetKeys(db, toInstant(real.minus({ days: 1 })));
}
