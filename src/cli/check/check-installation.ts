import { WebClient } from '@slack/web-api';
import manifest from '../../../manifest.json';
import { type Config, withoutPassword } from '../../config';
import { type Database, tryWriting } from '../../database/database';
import { boltLogger, createLog } from '../../log';
import { interactiveOptions } from '../../slack/clients';
import { classify } from '../../slack/failures';
import type { SlackConfig } from '../../slack/slack-config';
import { moodleOf, workspaceOf } from '../../start/claim-database';
import { findOwners } from '../../start/installation.sql';
import { LOCAL, objectionTo } from '../../start/owner-objection';
import { type Check, fine, wrong } from './check';

/** Checks the outside services that the program needs; readConfig has already checked the settings. */
export async function checkInstallation(config: Config, db: Database): Promise<Check[]> {
  const { slack } = config;
  return [
    await checkDatabase(config, db),
    ...(slack ? await checkSlack(slack, config, db) : await checkLocal(config, db)),
  ];
}

/** The settings may name the local workspace's own Moodle, which the database knows as its own. */
async function checkLocal({ moodle }: Config, db: Database): Promise<Check[]> {
  const { slack: owner } = await findOwners(db);
  const objection = objectionTo(owner ? { slack: owner } : {}, { slack: LOCAL, moodle: LOCAL });
  if (objection !== undefined) return [wrong(`Database: ${objection}`)];
  const start = moodle ? 'npm start -- --local' : 'npm start';
  return [fine(`Slack: no token is set, so ${start} opens the local workspace`)];
}

async function checkDatabase({ databaseUrl }: Config, db: Database): Promise<Check> {
  const where = withoutPassword(databaseUrl);
  return tryWriting(db).then(
    () => fine(`Database: ${where} can be written`),
    (error) => wrong(`Database: ${where} cannot be written (${error.message}); check DATABASE_URL`),
  );
}

async function checkSlack(slack: SlackConfig, config: Config, db: Database): Promise<Check[]> {
  const client = new WebClient(slack.botToken, interactiveOptions(slack.apiUrl, boltLogger(createLog('silent'))));
  try {
    const { team = '', team_id: teamId = '', user, response_metadata: metadata } = await client.auth.test();
    const hello = fine(`Slack: ${user} in ${team}`);
    const counterparts = { slack: workspaceOf({ teamId, teamName: team }), moodle: moodleOf(config) };
    const objection = objectionTo(await findOwners(db), counterparts);
    const owner = objection === undefined ? [] : [wrong(`Database: ${objection}`)];
    return [hello, ...owner, checkScopes(metadata?.scopes ?? []), await checkSales(client, config.sales)];
  } catch (error) {
    return [wrong(`Slack: ${classify(error).error}; copy SLACK_BOT_TOKEN again from your app’s OAuth page`)];
  }
}

/** The manifest is the only list of the scopes that the app needs. */
function checkScopes(granted: string[]): Check {
  const needed = manifest.oauth_config.scopes.bot;
  const missing = needed.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return fine(`Scopes: ${needed.join(', ')}`);
  return wrong(`Scopes: ${missing.join(', ')} missing; add them on the OAuth page and install again`);
}

async function checkSales(client: WebClient, sales: Config['sales']): Promise<Check> {
  const users =
    'users' in sales ? sales.users : ((await client.usergroups.users.list({ usergroup: sales.usergroup })).users ?? []);
  if (users.length > 0) return fine(`Sales: ${users.length} people`);
  return wrong('Sales: nobody; set SALES_USERS or SALES_USERGROUP');
}
