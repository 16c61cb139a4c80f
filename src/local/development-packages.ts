import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config';

/** Only the local workspace imports these. */
const PACKAGES = ['emulate', 'react', 'react-dom', 'slack-blocks-to-jsx', 'vite', 'ws'];

/** Throws a ConfigError after `npm ci --omit=dev`, before the first import fails with a stack trace. */
export function ensureDevelopmentPackages(): void {
  const missing = PACKAGES.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  throw new ConfigError(
    `Without SLACK_BOT_TOKEN the local workspace starts, and it needs packages that are not installed (${missing.join(', ')}): set SLACK_BOT_TOKEN, or run npm ci.`,
  );
}

/** Some packages are ES modules only, which `require.resolve` does not find. */
function isInstalled(name: string): boolean {
  return (require.resolve.paths(name) ?? []).some((folder) => existsSync(join(folder, name)));
}
