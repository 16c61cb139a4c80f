import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import type { Logger } from 'pino';
import { features } from '../commands/index';
import { type Loop, startLoop } from './app/loop';
import { messages } from './app/registry';
import { type Now, today, toInstant } from './core/time';
import { Checkpoints } from './database/checkpoints';
import { type Database, isUnavailable } from './database/database';
import { listenToOthers } from './database/notifications-of-others';
import { forgetSubmissions } from './database/submissions';
import { followChannel } from './features/customers/follow-channel';
import { queuePasses } from './features/enrolments/queue-passes';
import { forgetHomes } from './features/home/homes.sql';
import { recountStock } from './features/home/recount-stock';
import { forgetImports } from './features/imports/imports.sql';
import { holidayCalendar } from './features/reminders/holidays';
import { refreshBoards } from './features/reminders/refresh-boards';
import { remind } from './features/reminders/remind';
import { forgetSnoozes } from './features/reminders/reminder-settings.sql';
import { forgetReminders } from './features/reminders/reminders.sql';
import { settleNeedlessAccess } from './features/requests/answer-access';
import { withHealth } from './health';
import { boltLogger } from './log';
import { forgetLanes } from './outbox/lanes';
import { forgetSent } from './outbox/outbox-overview';
import type { Sender } from './outbox/sender';
import { assemble, breathe, clock, type PartsSettings } from './parts';
import { routesOf } from './routes';
import { listen } from './slack/listeners/listen';
import { receiverFor } from './slack/listeners/receiver';
import { toUserMessage } from './slack/to-user-message';

const REMIND_EVERY_MS = 15_000;
const CHECKPOINT_EVERY_MS = 10_000;
const BOARDS_EVERY_MS = 60_000;
const ACCESS_EVERY_MS = 10_000;
const PASSES_EVERY_MS = 10_000;
const TIDY_EVERY_MS = 3_600_000;
const forgottenWhenDead = [...messages.values()].filter((one) => one.isForgottenWhenDead).map(({ kind }) => kind);

export interface RunningApp {
  /** What the web server hands every request to. */
  listener: RequestListener;
  /** Resolves when Slack accepted our token. Rejects with Slack's error. */
  greet: () => Promise<void>;
  /** Opens the socket, where that is how Slack reaches us; waits for Slack if it has to. */
  connect: () => Promise<unknown>;
  /** Looks at once for what is due; for a clock that was moved. */
  wake: () => void;
  /** Takes nothing new, finishes what is at work, and leaves the rest to the next start. */
  stop: () => Promise<void>;
}

/** Puts the parts together and starts them; it does not open a port. */
export async function startApp(settings: PartsSettings): Promise<RunningApp> {
  const { slack, db, log, locale, now = clock } = settings;
  const { client, options, directory, sender, moodleSender, translator, contextFor } = assemble(settings);
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
    onChannelChange: (change) => followChannel(db, change, now()),
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
  const loops = [
    startSender('outbox', sender, log),
    ...(moodleSender
      ? [
          startSender('moodle', moodleSender, log),
          startLoop('moodle passes', () => queuePasses(db, now(), settings.timezone).then(() => PASSES_EVERY_MS), log),
        ]
      : []),
    startLoop('reminders', () => remindNow(db, now(), log), log),
    startLoop('boards', () => refreshBoards(db, now()).then(() => BOARDS_EVERY_MS), log),
    startLoop('stock', () => recountStock(db, now()).then(() => BOARDS_EVERY_MS), log),
    startLoop('access', () => settleNeedlessAccess(db, now()).then(() => ACCESS_EVERY_MS), log),
    startLoop('checkpoints', () => checkpoints.make().then(() => CHECKPOINT_EVERY_MS), log),
    startLoop('tidy', () => tidy(db, now()), log),
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

/** A loop whose end waits for what is being sent. */
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
 * Returns a function that waits for the requests being answered, and lets no other begin: over a socket, Slack sends what
 * is not answered to the next process.
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

/** Queues what is due by now; the outbox sends it. */
async function remindNow(db: Database, at: Now, log: Logger): Promise<number> {
  const { queued, late } = await remind(db, { at, now: clock(), calendar: holidayCalendar, breathe });
  if (queued > 0) log.info({ queued }, 'Reminders are queued');
  if (late > 0) log.warn({ late }, 'Reminders were skipped: it was more than four hours too late for them');
  return REMIND_EVERY_MS;
}

/** What was asked is kept for a week, what was sent for a month, what was decided for longer than anybody asks again. */
async function tidy(db: Database, now: Now): Promise<number> {
  const real = clock();
  await forgetSubmissions(db, toInstant(now.minus({ days: 7 })));
  await forgetImports(db, toInstant(now.minus({ days: 1 })));
  await forgetSent(db, toInstant(real.minus({ days: 30 })), forgottenWhenDead);
  await forgetLanes(db, toInstant(real.minus({ days: 1 })));
  await forgetHomes(db, toInstant(now.minus({ days: 30 })));
  await forgetReminders(db, toInstant(real.minus({ days: 400 })));
  await forgetSnoozes(db, today(now.minus({ days: 14 }), 'utc'));
  return TIDY_EVERY_MS;
}
