import { type Config, ConfigError, readConfig } from './config';
import { LockedError, RefusedError } from './database/migrate';
import { FolderError } from './database/open-database';
import { ensureDevelopmentPackages } from './local/development-packages';
import type * as Local from './local/start-local-workspace';
import { createLog } from './log';
import { startWithSlack } from './start/start-with-slack';

/** Errors in settings or data, for people to fix; printed as one sentence without a stack. */
const EXPECTED = [ConfigError, FolderError, LockedError, RefusedError];

/**
 * With a Slack token the bot connects to Slack, else to the local workspace, as with `--local`. `--empty` skips the
 * demonstration data.
 */
async function main(flags: readonly string[]): Promise<void> {
  const isLocal = flags.includes('--local');
  const config = readConfig(process.env, { isLocal });
  if (config.slack) return startWithSlack(config.slack, config);
  if (!isLocal) ensureMeantToPlay(config);
  ensureDevelopmentPackages();
  // Loaded only here: a production installation lacks its packages.
  const { startLocalWorkspace } = require('./local/start-local-workspace') as typeof Local;
  await startLocalWorkspace(config, { isEmpty: flags.includes('--empty') });
}

/** Settings for production without a token are more likely a mistake than a wish to play. */
function ensureMeantToPlay({ databaseUrl, moodle }: Config): void {
  const choose = (sign: string, remedy: string) =>
    new ConfigError(
      `SLACK_BOT_TOKEN is missing, and ${sign}: ${remedy}, or start the local workspace on purpose with npm start -- --local.`,
    );
  if (process.env.NODE_ENV === 'production') throw choose('NODE_ENV is production', 'set the token');
  if (!databaseUrl.startsWith('sqlite:')) throw choose('DATABASE_URL is a PostgreSQL', 'set the token');
  if (moodle) throw choose(`MOODLE_URL is ${moodle.url}`, 'set the token, unset MOODLE_URL and MOODLE_TOKEN');
}

process.on('unhandledRejection', (error) => {
  // Slack's libraries leave some rejections unhandled; they must not stop the process.
  createLog('error').error({ err: error }, 'Something failed that nobody waited for');
});

main(process.argv.slice(2)).catch((error) => {
  console.error(EXPECTED.some((kind) => error instanceof kind) ? error.message : error);
  process.exit(1);
});
