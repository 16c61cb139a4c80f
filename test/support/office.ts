import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { startApp } from '../../src/app';
import { SYSTEM } from '../../src/core/person';
import type { Now } from '../../src/core/time';
import type { AppSettings } from '../../src/create-app';
import type { Database } from '../../src/database/database';
import { readCatalogue } from '../../src/features/imports/catalogue-file';
import { importCatalogue } from '../../src/features/imports/import-catalogue';
import { USUAL_ROLES } from '../../src/moodle/moodle-role';
import { DEMONSTRATION_FILE } from '../../src/playground/source-files';
import { Workspace } from '../../src/playground/workspace';
import { MORNING } from './people';
import { channelsAreKnown } from './tables';
import { at } from './time';

export interface Office {
  workspace: Workspace;
  close: () => Promise<void>;
}

/** The whole product on a local workspace: people press and type, nothing is pretended. */
export async function openOffice(
  db: Database,
  options: {
    transport?: 'http' | 'socket';
    catalogue?: 'demonstration' | 'none';
    /** Whether seats are assigned with the Moodle of the workspace. */
    moodle?: boolean;
    /** What the workspace's clock shows before anything begins. The real hour would decide what is due. */
    startsAt?: Now;
  } & Partial<Pick<AppSettings, 'now' | 'spacingMs' | 'admins' | 'log'>> = {},
): Promise<Office> {
  // Slack's own second between two messages would make every test wait.
  const { transport = 'http', catalogue = 'demonstration', spacingMs = 50, admins = ['U0ADA000001'] } = options;
  const { log = pino({ level: process.env.TEST_LOG ?? 'silent' }) } = options;
  if (catalogue === 'demonstration') await fill(db);
  const workspace = await Workspace.start({ port: 0, transport });
  workspace.clock.moveTo(options.startsAt ?? MORNING);
  const { botToken, apiUrl, signingSecret, appToken } = workspace.credentials;
  const { now = () => workspace.clock.now() } = options;
  const app = await startApp({
    db,
    slack: {
      botToken,
      apiUrl,
      transport: transport === 'socket' ? { kind: 'socket', appToken } : { kind: 'http', signingSecret },
    },
    sales: { users: ['U0SONIA0001'] },
    admins,
    locale: 'en',
    timezone: 'Europe/Paris',
    roles: USUAL_ROLES,
    moodle: options.moodle ? { url: workspace.moodleUrl, token: workspace.moodle.token } : undefined,
    log,
    now,
    spacingMs,
  });
  workspace.serveBot(app.listener);
  workspace.clock.onMove(app.wake);
  await app.connect();
  return {
    workspace,
    close: async () => {
      await app.stop();
      await workspace.stop();
    },
  };
}

/** The demonstration's courses, products and customers, or those of the text given. */
export async function fill(db: Database, text = readFileSync(DEMONSTRATION_FILE, 'utf8')): Promise<void> {
  const read = readCatalogue(text, { timezone: 'Europe/Paris', locale: 'en' });
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  await importCatalogue(db, read.catalogue, SYSTEM, at('2026-01-01T00:00:00Z'));
  await channelsAreKnown(db);
}
