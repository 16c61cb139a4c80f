import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { startApp } from '../app';
import { type Config, ConfigError } from '../config';
import { clock } from '../create-app';
import { classify, type Failure, isTokenRefused } from '../slack/failures';
import type { SlackConfig } from '../slack/slack-config';
import { objectionBeforeMigrating } from './before-migrating';
import { claimDatabase, moodleOf, workspaceOf } from './claim-database';
import { WebServer } from './http-server';
import { openProgram } from './program';
import { whoseToken } from './whose-token';

/** Slack is asked again this often until it says whose token it is. */
const GREET_AGAIN_MS = 2_000;

export async function startWithSlack(slack: SlackConfig, config: Config): Promise<void> {
  const { db, news, log, stops } = await openProgram(config, (before, log) =>
    objectionBeforeMigrating(before, config, () => greet(() => whoseToken(slack, log), log)),
  );
  if (news) log.warn(news);
  const app = await startApp({ ...config, slack, db, log });
  stops.unshift(app.stop);
  const server = await WebServer.open(app.listener, config);
  stops.unshift(() => {
    app.retire();
    return server.close();
  });
  log.info({ port: server.address.port }, 'Listening');
  // Nothing is sent or accepted before it is known that the database is this workspace's.
  const counterparts = { slack: workspaceOf(await greet(app.greet, log)), moodle: moodleOf(config) };
  app.keepTo(await claimDatabase(db, counterparts, clock()));
  log.info({ port: server.address.port, transport: slack.transport.kind }, 'Seats is running');
  await app.connect().catch((error) => {
    const failure = refusalOrOutage(error, 'SLACK_APP_TOKEN', 'your app’s Basic Information page');
    log.warn({ failure }, 'Slack is out of reach; trying again with the next request');
  });
}

/** Asks Slack until it answers. Throws a ConfigError when it refuses the token. */
async function greet<Answer>(ask: () => Promise<Answer>, log: Logger): Promise<Answer> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await ask();
    } catch (error) {
      const failure = refusalOrOutage(error, 'SLACK_BOT_TOKEN', 'your app’s OAuth page');
      if (isFirst) log.warn({ failure }, 'Slack is out of reach; the bot begins when it answers');
      await sleep(GREET_AGAIN_MS);
    }
  }
}

/** Throws when Slack refuses the token, which is a wrong setting; an unreachable Slack is not. */
function refusalOrOutage(error: unknown, setting: string, place: string): Failure {
  const failure = classify(error);
  if (failure.kind === 'permanent' || isTokenRefused(error)) {
    throw new ConfigError(`${setting} is refused by Slack (${failure.error}): copy it again from ${place}.`);
  }
  return failure;
}
