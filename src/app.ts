import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import type { Logger } from 'pino';
import { features } from '../commands/index';
import { type Now, toInstant } from './core/time';
import { type AppSettings, clock, createApp } from './create-app';
import { Checkpoints } from './database/checkpoints';
import { type Database, isUnavailable } from './database/database';
import { listenToOthers } from './database/notifications-of-others';
import { forgetSubmissions } from './database/submissions';
import { jobsOf } from './effects';
import { withHealth } from './health';
import { boltLogger } from './log';
import { type Loop, startLoop } from './loop';
import { forgetKeys } from './outbox/concurrency-keys';
import type { OutboxMessages } from './outbox/message';
import { forgetSent } from './outbox/outbox-overview';
import type { Sender } from './outbox/sender';
import { routesOf } from './routes';
import { listen } from './slack/listeners/listen';
import { receiverFor } from './slack/listeners/receiver';
import { toUserMessage } from './slack/to-user-message';

const CHECKPOINT_SECONDS = 10;
const TIDY_SECONDS = 3_600;

export interface RunningApp {
  /** The request handler for the web server. */
  listener: RequestListener;
  /** Resolves when Slack accepts the token. Rejects with Slack's error. */
  greet: () => Promise<void>;
  /** Opens the socket in Socket Mode; waits until Slack is reachable. */
  connect: () => Promise<unknown>;
  /** Starts every loop's next run now; call it after moving the clock. */
  wake: () => void;
  /** Accepts nothing new, finishes running work, and leaves the rest to the next start. */
  stop: () => Promise<void>;
}

/** Assembles the parts and starts them; opens no port. */
export async function startApp(settings: AppSettings): Promise<RunningApp> {
  const { slack, db, log, locale, now = clock } = settings;
  const { client, options, directory, sender, moodleSender, translator, contextFor, messages, context } =
    createApp(settings);
  const logger = boltLogger(log);
  const { receiver, connect, disconnect, listener } = receiverFor(slack, logger);
  const app = new App({
    receiver,
    convoStore: false,
    clientOptions: options,
    logger,
    authorize: async () => ({ botToken: slack.botToken, ...(await directory.installation()) }),
  });
  app.error(async (error) => log.error({ err: error }, 'A request could not be answered'));
  const finishWork = trackWork(app);
  listen(app, {
    routes: routesOf(features),
    contextFor,
    onChannelChange: async (change) => {
      for (const { onChannelChange } of features) await onChannelChange?.(db, change, now());
    },
    toUserMessage: (error, by, context, remedy) =>
      toUserMessage(error, {
        by,
        log,
        t: context?.t ?? translator(locale),
        isUnavailable: isUnavailable(error),
        remedy,
      }),
  });

  const others = listenToOthers(db, log);
  const checkpoints = new Checkpoints(db);
  const jobs = [
    ...jobsOf(features).filter(({ needsMoodle }) => moodleSender || !needsMoodle),
    { name: 'checkpoints', seconds: CHECKPOINT_SECONDS, run: () => checkpoints.make() },
    { name: 'tidy', seconds: TIDY_SECONDS, run: () => tidy(db, messages, now()) },
  ];
  const loops = [
    startSender('outbox', sender, log),
    ...(moodleSender ? [startSender('moodle', moodleSender, log)] : []),
    ...jobs.map(({ name, seconds, run }) =>
      startLoop(name, () => run({ ...context, clock }).then(() => seconds * 1_000), log),
    ),
  ];
  return {
    listener: withHealth({ db, reachSlack: () => client.auth.test(), now }, listener),
    greet: () => directory.prepare(),
    connect,
    wake: () => {
      for (const loop of loops) loop.wake();
    },
    stop: async () => {
      await finishWork();
      await disconnect();
      await Promise.all(loops.map((loop) => loop.stop()));
      await others.stop();
      await checkpoints.close();
    },
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

/**
 * Returns a function that stops accepting requests and waits for running ones. Over a socket, Slack resends unanswered
 * requests to the next process.
 */
function trackWork(app: App): () => Promise<void> {
  const atWork = new Set<Promise<void>>();
  let isStopping = false;
  app.use(async ({ next }) => {
    if (isStopping) return;
    const work = next();
    atWork.add(work);
    await work.finally(() => atWork.delete(work));
  });
  return async () => {
    isStopping = true;
    await Promise.allSettled(atWork);
  };
}

/** Deletes submissions after a week, sent messages after a month, and unused concurrency keys after a day. */
async function tidy(db: Database, messages: OutboxMessages, now: Now): Promise<void> {
  const real = clock();
  const forgotten = [...messages.values()].filter((one) => one.isForgottenWhenDead).map(({ kind }) => kind);
  await forgetSubmissions(db, toInstant(now.minus({ days: 7 })));
  await forgetSent(db, toInstant(real.minus({ days: 30 })), forgotten);
  await forgetKeys(db, toInstant(real.minus({ days: 1 })));
}
