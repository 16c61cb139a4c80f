import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { startApp } from '../../src/app';
import { SYSTEM } from '../../src/core/person';
import type { CallsPerMinute } from '../../src/core/slack-limits';
import type { Now } from '../../src/core/time';
import type { AppSettings } from '../../src/create-app';
import type { Database } from '../../src/database/database';
import type { Catalogue } from '../../src/features/imports/catalogue';
import { readCatalogue } from '../../src/features/imports/catalogue-file';
import { importCatalogue } from '../../src/features/imports/import-catalogue';
import { USUAL_ROLES } from '../../src/moodle/moodle-role';
import { DEMONSTRATION_FILE } from '../../src/playground/source-files';
import { Workspace } from '../../src/playground/workspace';
import { importOnce } from './demonstration';
import { MORNING } from './people';
import { channelsAreKnown } from './tables';
import { at } from './time';

export interface Office {
  workspace: Workspace;
  close: () => Promise<void>;
}

/** Tests look at the answer itself, also on a busy machine, so they get almost all the time that Slack gives. */
const PATIENCE_MS = 2_800;

/** Starts the whole product on a local workspace, without mocks. */
export async function openOffice(
  db: Database,
  options: {
    transport?: 'http' | 'socket';
    catalogue?: 'demonstration' | 'none';
    /** True to assign seats with the workspace's Moodle. */
    moodle?: boolean;
    /** The clock's time at the start. The real time would decide what is due. */
    startsAt?: Now;
  } & Partial<Pick<AppSettings, 'now' | 'spacingMs' | 'callsPerMinute' | 'admins' | 'log'>> = {},
): Promise<Office> {
  // Slack's limits would slow down every test.
  const { transport = 'http', catalogue = 'demonstration', spacingMs = 2, admins = ['U0ADA000001'] } = options;
  const { callsPerMinute = unhurried } = options;
  const { log = pino({ level: process.env.TEST_LOG ?? 'silent' }) } = options;
  if (catalogue === 'demonstration') await fill(db);
  const workspace = await Workspace.start({ port: 0, transport, hasLimits: callsPerMinute !== unhurried });
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
    callsPerMinute,
    patienceMs: PATIENCE_MS,
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

/** A Slack without limits: so many calls a minute are never made. */
export const unhurried: CallsPerMinute = () => 600_000;

/** Imports the demonstration's courses, products and customers, or those of the given text. */
export async function fill(db: Database, text?: string): Promise<void> {
  if (text === undefined) await importOnce(db, (to) => importText(to, readFileSync(DEMONSTRATION_FILE, 'utf8')));
  else await importText(db, text);
}

async function importText(db: Database, text: string): Promise<void> {
  await importCatalogue(db, catalogueFrom(text), SYSTEM, at('2026-01-01T00:00:00Z'));
  await channelsAreKnown(db);
}

function catalogueFrom(text: string): Catalogue {
  const read = readCatalogue(text, { timezone: 'Europe/Paris', locale: 'en' });
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.catalogue;
}
