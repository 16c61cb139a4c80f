import { createLog } from '../log';
import { classify } from '../slack/failures';
import type { SlackConfig } from '../slack/slack-config';
import type { Counterpart } from '../start/installation.sql';
import { whoseToken } from '../start/whose-token';
import { CommandError } from './command-error';

/** The workspace of the token. Throws a CommandError when Slack does not tell. */
export function askForWorkspace(slack: SlackConfig): Promise<Counterpart> {
  return whoseToken(slack, createLog('silent')).catch((error) => {
    throw new CommandError(`Slack did not say whose token SLACK_BOT_TOKEN is: ${classify(error).error}`);
  });
}
