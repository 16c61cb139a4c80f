import type { Logger } from 'pino';
import { features } from '../commands/index';
import { type Now, toInstant } from './core/time';
import { type AppParts, type AppSettings, clock } from './create-app';
import type { Database } from './database/database';
import { forgetSubmissions } from './database/submissions';
import { jobsOf } from './effects';
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
  const jobs = [
    ...jobsOf(features).filter(({ needsMoodle }) => moodleSender || !needsMoodle),
    { name: 'stalls', seconds: STALL_SECONDS, run: () => reportStalls(db, destinations, now(), log) },
    { name: 'tidy', seconds: TIDY_SECONDS, run: () => tidy(db, messages, now()) },
  ];
  return [
    startSender('outbox', sender, log),
    ...(moodleSender ? [startSender('moodle', moodleSender, log)] : []),
    ...jobs.map(({ name, seconds, run }) =>
      startLoop(name, () => run({ ...context, clock }).then(() => seconds * 1_000), log),
    ),
  ];
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
