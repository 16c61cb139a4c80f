import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
// Without these, Chromium contacts its maker's servers, which fails slowly in a closed network.
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];

/** The path of an installed Chromium; CHROMIUM overrides it. Undefined when there is none. */
export function installedChromium(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...PLACES, MAC].find((place) => place !== '' && existsSync(place));
}

/** Tests that need a browser. They are skipped without one, which CI reports as a failure. */
export function describeInBrowser(name: string, tests: () => void): void {
  const isInstalled = installedChromium() !== undefined;
  if (!isInstalled) console.warn('Skipped without Chromium: apt-get install chromium, or name one in CHROMIUM.');
  (isInstalled ? describe : describe.skip)(name, tests);
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = installedChromium();
  if (!executablePath) throw new Error('No Chromium is installed.');
  const args = ['--no-first-run', '--disable-gpu', ...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args });
}

/** Saves a screenshot for the README in the folder that PICTURES names, if any. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
