import { rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { startApp } from './app';
import { type Config, ConfigError, readConfig, type SlackConfig } from './config';
import { parseInstant, toInstant } from './core/time';
import { type Database, isUnavailable, openDatabase } from './database/database';
import { LockedError, migrate, RefusedError } from './database/migrate';
import { createLog } from './log';
import { overview } from './outbox/outbox-overview';
import { loadDemonstration, ROLES } from './playground/demonstration';
import { mirrorCourses } from './playground/moodle/mirror-courses';
import { preparePage } from './playground/static-page';
import { Workspace } from './playground/workspace';
import { openProductDatabase } from './product-database';
import { classify, isTokenRefused } from './slack/failures';

const MOST_SHOWN = 50;

type Stop = () => Promise<unknown>;

/** Of the local workspace that begins without anything, each time anew. */
const EMPTY_FOLDER = 'data/empty';

/** Starts against Slack where there is a token, else against the local workspace; `--empty` starts that without demonstration. */
async function main({ isEmpty }: { isEmpty: boolean }): Promise<void> {
  const config = isEmpty ? beginEmpty(readConfig()) : readConfig();
  const log = createLog(config.logLevel);
  await bringUpToDate(config.databaseUrl);
  const db = openProductDatabase(config.databaseUrl);
  const stops: Stop[] = [() => db.destroy()];
  stopOnSignals(stops, log);
  if (config.slack) return startWithSlack(config.slack, config, db, log, stops);
  if (!config.databaseUrl.startsWith('sqlite:'))
    log.warn('No Slack token is set: the local workspace works on DATABASE_URL');
  if (!isEmpty) await loadDemonstration(db, config);
  await startWithLocalWorkspace(isEmpty, config, db, log, stops);
}

/** A database that was named is used as it is. */
function beginEmpty(config: Config): Config {
  if (config.slack || process.env.DATABASE_URL) return config;
  rmSync(EMPTY_FOLDER, { recursive: true, force: true });
  return { ...config, databaseUrl: `sqlite:${EMPTY_FOLDER}/seats.sqlite` };
}

async function bringUpToDate(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl, { patient: true });
  try {
    await migrate(db);
  } catch (error) {
    throw isUnavailable(error) ? new ConfigError(`DATABASE_URL cannot be reached: ${(error as Error).message}`) : error;
  } finally {
    await db.destroy();
  }
}

async function startWithSlack(slack: SlackConfig, config: Config, db: Database, log: Logger, stops: Stop[]) {
  const app = await startApp({ ...config, slack, db, log });
  stops.unshift(app.stop);
  const server = await listen(app.listener, config.port);
  stops.unshift(() => close(server));
  await accepted(app.greet(), 'SLACK_BOT_TOKEN', 'your app’s OAuth page', log);
  log.info({ port: config.port, transport: slack.transport.kind }, 'Seats is running');
  await accepted(app.connect(), 'SLACK_APP_TOKEN', 'your app’s Basic Information page', log);
}

async function startWithLocalWorkspace(isEmpty: boolean, config: Config, db: Database, log: Logger, stops: Stop[]) {
  const page = preparePage();
  const file = transcriptOf(config.databaseUrl);
  const workspace = await Workspace.start({ port: config.port, file, isEmpty }).catch((error: Error) => {
    throw new ConfigError(error.message);
  });
  stops.unshift(() => workspace.stop());
  const { botToken, apiUrl, signingSecret } = workspace.credentials;
  const slack: SlackConfig = { botToken, apiUrl, transport: { kind: 'http', signingSecret } };
  const now = () => workspace.clock.now();
  if (!config.moodle) mirrorCourses(db, workspace.moodle);
  const app = await startApp({
    slack,
    db,
    log,
    locale: config.locale,
    timezone: config.timezone,
    roles: config.roles,
    moodle: config.moodle ?? { url: workspace.moodleUrl, token: workspace.moodle.token },
    ...ROLES,
    now,
  });
  stops.unshift(app.stop);
  workspace.clock.onMove(app.wake);
  workspace.showOutbox(() => summarize(db, workspace.clock));
  workspace.serveBot(app.listener);
  await page;
  console.log(`Seats is running in a local workspace: open http://localhost:${new URL(workspace.url).port}`);
}

/** What the page shows of what we have yet to say. Messages wait by the real clock, the page's may be ahead. */
async function summarize(db: Database, clock: Workspace['clock']) {
  const { counts, lines } = await overview(db, MOST_SHOWN);
  const entries = lines.map(({ id, kind, lane, state, due, attempts, error }) => ({
    ...{ id, kind, to: lane, state, attempts },
    due: toInstant(due ? parseInstant(due).plus({ milliseconds: clock.ahead }) : clock.now()),
    ...(error !== undefined && { error }),
  }));
  return { counts, entries };
}

/** Messages of the local workspace are kept beside its database. */
function transcriptOf(databaseUrl: string): string {
  const file = /^sqlite:(.+)$/.exec(databaseUrl)?.[1] ?? 'data/postgres';
  return join(dirname(file), 'workspace.json');
}

/** A token that Slack refuses is a wrong setting; Slack being out of reach is not, and `/readyz` says so. */
async function accepted(attempt: Promise<unknown>, setting: string, place: string, log: Logger): Promise<void> {
  try {
    await attempt;
  } catch (error) {
    const failure = classify(error);
    if (failure.kind === 'permanent' || isTokenRefused(error)) {
      throw new ConfigError(`${setting} is refused by Slack (${failure.error}): copy it again from ${place}.`);
    }
    log.warn({ failure }, 'Slack is out of reach; trying again with the next request');
  }
}

function listen(listener: RequestListener, port: number): Promise<Server> {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new ConfigError(`PORT ${port} is in use: set PORT to another one.`) : error);
    });
    server.listen(port, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** In the order of `stops`: first what takes requests, last the database. A second signal ends at once. */
function stopOnSignals(stops: Stop[], log: Logger): void {
  const stop = async () => {
    log.info('Stopping');
    for (const one of stops) await one();
  };
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'Stopping failed');
          process.exit(1);
        },
      );
    });
  }
}

process.on('unhandledRejection', (error) => {
  // Slack's libraries leave some rejections to nobody; one of them is no reason to leave everybody.
  createLog('error').error({ err: error }, 'Something failed that nobody waited for');
});

main({ isEmpty: process.argv.includes('--empty') }).catch((error) => {
  console.error([ConfigError, LockedError, RefusedError].some((kind) => error instanceof kind) ? error.message : error);
  process.exit(1);
});
