import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import { features } from '../commands/index';
import { type AppParts, type AppSettings, clock, createApp } from './create-app';
import { Checkpoints } from './database/checkpoints';
import { isUnavailable, isUnconfirmed } from './database/database';
import { listenToOthers } from './database/notifications-of-others';
import { Health, withHealth } from './health';
import { boltLogger } from './log';
import { type Loop, startLoop } from './loop';
import { routesOf } from './routes';
import type { Installation } from './slack/directory';
import { listen } from './slack/listeners/listen';
import { receiverFor } from './slack/listeners/receiver';
import { type Circumstances, toUserMessage } from './slack/to-user-message';
import type { Owners } from './start/installation.sql';
import { OwnerWatch } from './start/owner-watch';
import { startLoops } from './start-loops';

export interface RunningApp {
  /** The request handler for the web server. */
  listener: RequestListener;
  /** Resolves to our workspace when Slack accepts the token. Rejects with Slack's error. */
  greet: () => Promise<Installation>;
  /** Starts to work: sends, runs jobs, accepts requests. Opens the socket in Socket Mode; waits until Slack is reachable. */
  connect: () => Promise<unknown>;
  /** Once the database has other owners, `/readyz` says no, and nothing is accepted or sent until the next start. */
  keepTo: (owners: Owners) => void;
  /** Starts every loop's next run now; call it after moving the clock. */
  wake: () => void;
  /** From now on, `/readyz` says no, while everything else is still answered. */
  retire: () => void;
  /** Accepts nothing new, finishes running work, and leaves the rest to the next start. */
  stop: () => Promise<void>;
}

/** Assembles the parts; opens no port, and until `connect` sends and accepts nothing. */
export async function startApp(settings: AppSettings): Promise<RunningApp> {
  const { slack, db, log, now = clock } = settings;
  const parts = createApp(settings);
  const { client, options, directory, contact } = parts;
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
  let loops: Loop[] | undefined;
  // Once, whether the program ends or loses its database first.
  let leaving: Promise<unknown> | undefined;
  const leave = () => {
    leaving ??= disconnect();
    return leaving;
  };
  let isLost = false;
  const owners = new OwnerWatch(db, log, async () => {
    isLost = true;
    await Promise.all([finishWork(), leave(), ...(loops ?? []).map((loop) => loop.stop())]);
  });
  const whenConnected: RequestListener = (request, response) =>
    loops && !isLost ? listener(request, response) : response.writeHead(503).end();
  const isSlackGood = async () => {
    await contact.refresh(client);
    return contact.isGood;
  };
  const health = new Health({ db, isSlackGood, isOurs: () => owners.isOurs(), now, clock, log });
  const watches = [
    startLoop('health', () => health.round(), log),
    startLoop('checkpoints', () => checkpoints.round(), log),
  ];
  return {
    listener: withHealth(health, whenConnected),
    greet: () => directory.prepare(),
    connect: () => {
      loops ??= startLoops(settings, parts);
      return connect();
    },
    keepTo: (expected) => owners.expect(expected),
    wake: () => {
      for (const loop of [...watches, ...(loops ?? [])]) loop.wake();
    },
    retire: () => health.retire(),
    stop: async () => {
      health.retire();
      await finishWork();
      await leave();
      await Promise.all([...watches, ...(loops ?? [])].map((loop) => loop.stop()));
      await others.stop();
      await checkpoints.close();
    },
  };
}

/** Routes commands, presses, forms and channel events to the features. */
function listenToPeople(
  app: App,
  { db, log, locale, patienceMs, now = clock }: AppSettings,
  { contextFor, translator }: AppParts,
): void {
  listen(app, {
    routes: routesOf(features),
    contextFor,
    onChannelChange: async (change) => {
      for (const { onChannelChange } of features) await onChannelChange?.(db, change, now());
    },
    t: translator(locale),
    patienceMs,
    toUserMessage: (error, by, context, { remedy, isNotShown = false } = {}) =>
      toUserMessage(error, {
        by,
        log,
        t: context?.t ?? translator(locale),
        outage: outageOf(error),
        remedy,
        isNotShown,
      }),
  });
}

function outageOf(error: unknown): Circumstances['outage'] {
  if (isUnconfirmed(error)) return 'error.unconfirmed';
  return isUnavailable(error) ? 'error.unavailable' : undefined;
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
