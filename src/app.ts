import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { routes } from '../commands/index';
import type { Config, SlackConfig } from './config';
import type { Context } from './context';
import type { Locale } from './domain/customer';
import type { Identity } from './domain/person';
import { type Now, toInstant } from './domain/time';
import { startLoop } from './jobs/loop';
import { sendDue } from './jobs/outbox';
import { boltLogger } from './log';
import { withHealth } from './reception/health';
import { listen } from './reception/listen';
import { receiverFor } from './reception/receiver';
import { localeOf, personOf } from './services/who-is';
import { backgroundClient, interactiveOptions } from './slack/clients';
import { Directory } from './slack/directory';
import { explain } from './slack/explain';
import { translator } from './slack/translate';
import { type Database, isUnavailable } from './storage/database';
import { forgetSent } from './storage/outbox';
import { forgetSubmissions } from './storage/submissions';

const OUTBOX_EVERY_MS = 250;
const TIDY_EVERY_MS = 3_600_000;
const LANGUAGE_WITHIN_MS = 1_000;

export interface RunningApp {
  /** What the web server hands every request to. */
  listener: RequestListener;
  /** Resolves when Slack accepted our token. Rejects with Slack's error. */
  greet: () => Promise<void>;
  /** Opens the socket, where that is how Slack reaches us; waits for Slack if it has to. */
  connect: () => Promise<unknown>;
  /** Takes nothing new, finishes what is at work, and leaves the rest to the next start. */
  stop: () => Promise<void>;
}

export interface AppSettings extends Pick<Config, 'sales' | 'locale'> {
  slack: SlackConfig;
  db: Database;
  log: Logger;
  now?: () => Now;
}

/** Puts the parts together and starts them; it does not open a port. */
export async function startApp({ slack, db, log, sales, locale, now = clock }: AppSettings): Promise<RunningApp> {
  const logger = boltLogger(log);
  const options = interactiveOptions(slack.apiUrl, logger);
  const client = new WebClient(slack.botToken, options);
  const directory = new Directory(client, sales, log);
  const languages = { ask: (identity: Identity) => quickLanguage(directory, identity, log), fallback: locale };

  const contextFor = async (identity: Identity): Promise<Context> => {
    const time = now();
    const person = await personOf(db, identity, await directory.isSales(identity));
    return { db, person, now: time, t: translator(await localeOf(db, person, languages, time)) };
  };

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
    routes,
    contextFor,
    explain: (error, by, context) =>
      explain(error, { by, log, t: context?.t ?? translator(locale), isUnavailable: isUnavailable(error) }),
  });

  const delivery = {
    client: backgroundClient(slack.botToken, slack.apiUrl, logger),
    localeOf: async (identity: Identity) => (await contextFor(identity)).t.locale,
  };
  const loops = [
    startLoop('outbox', OUTBOX_EVERY_MS, () => sendDue(db, delivery, now, log), log),
    startLoop('tidy', TIDY_EVERY_MS, () => tidy(db, now()), log),
  ];
  return {
    listener: withHealth({ db, reachSlack: () => client.auth.test(), now }, listener),
    greet: () => directory.prepare(),
    connect,
    stop: async () => {
      await finishWork();
      await disconnect();
      await Promise.all(loops.map((loop) => loop.stop()));
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

async function quickLanguage(directory: Directory, identity: Identity, log: Logger): Promise<Locale | undefined> {
  const tooLate = new AbortController();
  const asked = directory.localeOf(identity).catch((error) => {
    log.warn({ error, identity }, 'The language of a person could not be read');
    return undefined;
  });
  const locale = await Promise.race([
    asked,
    sleep(LANGUAGE_WITHIN_MS, undefined, { signal: tooLate.signal, ref: false }),
  ]);
  tooLate.abort();
  return locale;
}

/** Answers of submissions are kept for a week, what was sent for a month. */
async function tidy(db: Database, now: Now): Promise<void> {
  await forgetSubmissions(db, toInstant(now.minus({ days: 7 })));
  await forgetSent(db, toInstant(now.minus({ days: 30 })));
}

function clock(): Now {
  return DateTime.utc() as Now;
}
