import { WebClient } from '@slack/web-api';
import type { Command } from 'commander';
import type { Config } from '../../config';
import type { Now } from '../../core/time';
import { clock } from '../../create-app';
import type { Database } from '../../database/database';
import { boltLogger, createLog } from '../../log';
import { interactiveOptions } from '../../slack/clients';
import { classify } from '../../slack/failures';
import type { SlackConfig } from '../../slack/slack-config';
import { adoptDatabase } from '../../start/adopt-database';
import { moodleOf, nameOf, workspaceOf } from '../../start/claim-database';
import type { Counterpart } from '../../start/installation.sql';
import { CommandError } from '../command-error';
import { withDatabase } from '../with-database';

interface AdoptOptions {
  sameMoodle?: boolean;
}

export function addAdoptCommand(program: Command): void {
  program
    .command('adopt')
    .description(
      'give the database to the Slack workspace and the Moodle of the settings, when they are others than before',
    )
    .option('--same-moodle', 'the Moodle is the same one at another address: keep its ids of courses and people')
    .action((options: AdoptOptions) => withDatabase((db, config) => adopt(options, db, config, clock())));
}

async function adopt({ sameMoodle = false }: AdoptOptions, db: Database, config: Config, now: Now): Promise<void> {
  if (!config.slack)
    throw new CommandError('SLACK_BOT_TOKEN is missing: the database is given to the workspace of the token.');
  const counterparts = { slack: await workspace(config.slack), moodle: moodleOf(config) };
  const adopted = await adoptDatabase(db, counterparts, now, { isSameMoodle: sameMoodle });
  if (adopted === 'enrolled') throw new CommandError(OTHER_MOODLE);
  console.log(`The database belongs to ${nameOf(counterparts.slack)} now.`);
  if (counterparts.moodle) console.log(`Its Moodle is ${nameOf(counterparts.moodle)}.`);
}

const OTHER_MOODLE =
  'Nothing was changed: people are enrolled in the Moodle of before, by ids that mean others in another Moodle. If it is the same Moodle at another address, run this again with --same-moodle; if not, begin with a new database.';

async function workspace({ botToken, apiUrl }: SlackConfig): Promise<Counterpart> {
  const client = new WebClient(botToken, interactiveOptions(apiUrl, boltLogger(createLog('silent'))));
  const { team_id: teamId = '', team: teamName = '' } = await client.auth.test().catch((error) => {
    throw new CommandError(`Slack did not say whose token SLACK_BOT_TOKEN is: ${classify(error).error}`);
  });
  return workspaceOf({ teamId, teamName });
}
