import { createServer, type RequestListener, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { type RunningApp, startApp } from './app';
import { type Config, ConfigError, readConfig, type SlackConfig } from './config';
import { createLog } from './log';
import { loadDemonstration } from './playground/demonstration';
import { preparePage } from './playground/static-page';
import { Workspace } from './playground/workspace';
import { classify } from './slack/failures';
import { type Database, openDatabase } from './storage/database';
import { migrate } from './storage/migrate';

type Stop = () => Promise<unknown>;

/** Starts against Slack where there is a token, else against the local workspace. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const db = openDatabase(config.databaseUrl);
  await migrate(db);
  const stops: Stop[] = [() => db.destroy()];
  stopOnSignals(stops, log);
  if (config.slack) await startWithSlack(config.slack, config, db, log, stops);
  else await startWithLocalWorkspace(config, db, log, stops);
}

async function startWithSlack(slack: SlackConfig, config: Config, db: Database, log: Logger, stops: Stop[]) {
  const app = await startApp({ ...config, slack, db, log });
  stops.unshift(app.stop);
  await greet(app, log);
  const server = await listen(app.listener, config.port);
  stops.unshift(() => close(server));
  log.info({ port: config.port, transport: slack.transport.kind }, 'Seats is running');
}

async function startWithLocalWorkspace(config: Config, db: Database, log: Logger, stops: Stop[]) {
  const page = preparePage();
  const workspace = await Workspace.start({ port: config.port, file: transcriptOf(config.databaseUrl) });
  stops.unshift(() => workspace.stop());
  const { botToken, apiUrl, signingSecret } = workspace.credentials;
  const slack: SlackConfig = { botToken, apiUrl, transport: { kind: 'http', signingSecret } };
  const sales = await loadDemonstration(db, config);
  const app = await startApp({ slack, db, log, locale: config.locale, sales });
  stops.unshift(app.stop);
  workspace.serveBot(app.listener);
  await page;
  console.log(`Seats is running in a local workspace: open http://localhost:${new URL(workspace.url).port}`);
}

/** Messages of the local workspace are kept beside its database. */
function transcriptOf(databaseUrl: string): string {
  const file = /^sqlite:(.+)$/.exec(databaseUrl)?.[1] ?? 'data/postgres';
  return join(dirname(file), 'workspace.json');
}

/** A token that Slack refuses is a wrong setting; Slack being out of reach is not, and `/readyz` says so. */
async function greet(app: RunningApp, log: Logger): Promise<void> {
  try {
    await app.greet();
  } catch (error) {
    const failure = classify(error);
    if (failure.kind === 'permanent') {
      throw new ConfigError(
        `SLACK_BOT_TOKEN is refused by Slack (${failure.error}): copy it again from your app’s OAuth page.`,
      );
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
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
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

main().catch((error) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
