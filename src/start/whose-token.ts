import { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { boltLogger } from '../log';
import { interactiveOptions } from '../slack/clients';
import type { SlackConfig } from '../slack/slack-config';
import { workspaceOf } from './claim-database';
import type { Counterpart } from './installation.sql';

/** The workspace of the token. Rejects with Slack's error. */
export async function whoseToken({ botToken, apiUrl }: SlackConfig, log: Logger): Promise<Counterpart> {
  const client = new WebClient(botToken, interactiveOptions(apiUrl, boltLogger(log)));
  const { team_id: teamId, team: teamName = '' } = await client.auth.test();
  if (!teamId) throw new Error('Slack does not say whose token SLACK_BOT_TOKEN is.');
  return workspaceOf({ teamId, teamName });
}
