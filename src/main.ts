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
  if (!isLocal) ensureNotProduction(config);
  ensureDevelopmentPackages();
  // Loaded only here: a production installation lacks its packages.
  const { startLocalWorkspace } = require('./local/start-local-workspace') as typeof Local;
  await startLocalWorkspace(config, { isEmpty: flags.includes('--empty') });
}

/** Settings for production without a token are more likely a mistake than a wish to play. */
function ensureNotProduction({ databaseUrl }: Config): void {
  const sign = process.env.NODE_ENV === 'production' ? 'NODE_ENV is production' : 'DATABASE_URL is a PostgreSQL';
  if (process.env.NODE_ENV !== 'production' && databaseUrl.startsWith('sqlite:')) return;
  throw new ConfigError(
    `SLACK_BOT_TOKEN is missing, and ${sign}: set the token, or start the local workspace on purpose with npm start -- --local.`,
  );
}

process.on('unhandledRejection', (error) => {
  // Slack's libraries leave some rejections unhandled; they must not stop the process.
  createLog('error').error({ err: error }, 'Something failed that nobody waited for');
});

main(process.argv.slice(2)).catch((error) => {
  console.error(EXPECTED.some((kind) => error instanceof kind) ? error.message : error);
  process.exit(1);
});
