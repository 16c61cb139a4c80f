import type { Logger } from 'pino';
import { startApp } from '../app';
import { type Config, ConfigError } from '../config';
import { classify, isTokenRefused } from '../slack/failures';
import type { SlackConfig } from '../slack/slack-config';
import { WebServer } from './http-server';
import { openProgram } from './program';

export async function startWithSlack(slack: SlackConfig, config: Config): Promise<void> {
  const { db, log, stops } = await openProgram(config);
  const app = await startApp({ ...config, slack, db, log });
  stops.unshift(app.stop);
  const server = await WebServer.open(app.listener, config);
  stops.unshift(() => {
    app.retire();
    return server.close();
  });
  await accepted(app.greet(), 'SLACK_BOT_TOKEN', 'your app’s OAuth page', log);
  log.info({ port: server.address.port, transport: slack.transport.kind }, 'Seats is running');
  await accepted(app.connect(), 'SLACK_APP_TOKEN', 'your app’s Basic Information page', log);
}

/** A token that Slack refuses is a wrong setting. An unreachable Slack is not: `/readyz` reports it. */
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
