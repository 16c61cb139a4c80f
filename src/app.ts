import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import { features } from '../commands/index';
import { type AppParts, type AppSettings, clock, createApp } from './create-app';
import { Checkpoints } from './database/checkpoints';
import { isUnavailable } from './database/database';
import { listenToOthers } from './database/notifications-of-others';
import { withHealth } from './health';
import { boltLogger } from './log';
import { routesOf } from './routes';
import { listen } from './slack/listeners/listen';
import { receiverFor } from './slack/listeners/receiver';
import { toUserMessage } from './slack/to-user-message';
import { startLoops } from './start-loops';

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
  const { slack, db, log, now = clock } = settings;
  const parts = createApp(settings);
  const { client, options, directory } = parts;
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
  listenToPeople(app, settings, parts);
  const others = listenToOthers(db, log);
  const checkpoints = new Checkpoints(db);
  const loops = startLoops(settings, parts, checkpoints);
  return {
    listener: withHealth({ db, reachSlack: () => client.auth.test(), now, clock }, listener),
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

/** Routes commands, presses, forms and channel events to the features. */
function listenToPeople(
  app: App,
  { db, log, locale, now = clock }: AppSettings,
  { contextFor, translator }: AppParts,
): void {
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
