import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
// Without them Chromium tries to reach its maker's servers, which a closed network refuses at length.
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];

/** Where a Chromium is installed; CHROMIUM names another place. Undefined where there is none. */
export function installedChromium(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...PLACES, MAC].find((place) => place !== '' && existsSync(place));
}

/** Tests that need one; the gate fails when they did not run. */
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

/** Keeps a picture of the page for the README when PICTURES names the folder to put it in. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
