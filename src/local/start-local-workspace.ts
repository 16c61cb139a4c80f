import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RunningApp, startApp } from '../app';
import { type Config, ConfigError } from '../config';
import { clock } from '../create-app';
import type { Database } from '../database/database';
import { castMember } from '../playground/cast';
import { Door } from '../playground/door';
import { preparePage } from '../playground/static-page';
import { Workspace } from '../playground/workspace';
import type { SlackConfig } from '../slack/slack-config';
import { objectionBeforeMigrating } from '../start/before-migrating';
import { claimDatabase, counterpartsOf } from '../start/claim-database';
import { openProgram, type Program } from '../start/program';
import { loadDemonstration } from './demonstration';
import { mirrorCourses } from './mirror-courses';
import { summarizeOutbox } from './outbox-summary';

/** Of workspaces without the demonstration, one for each port; deleted at each start, when the port is ours. */
const EMPTY_FOLDER = 'data/empty';

const ROLES = {
  sales: { users: [castMember('sonia').userId] },
  admins: [castMember('ada').userId],
};

/** Runs the bot against a Slack and a Moodle in this process. */
export async function startLocalWorkspace(settings: Config, { isEmpty }: { isEmpty: boolean }): Promise<void> {
  const door = await takePort(settings);
  const config = isEmpty ? withEmptyDatabase(settings, door) : settings;
  const program = await openProgram(config, (before) => objectionBeforeMigrating(before, config));
  const { db, news, stops } = program;
  if (news) console.log(news);
  const owners = await claimDatabase(db, counterpartsOf(config), clock());
  if (config.moodle) console.log(playedIn(config.moodle.url));
  if (!isEmpty) await loadDemonstration(db, config);
  const page = preparePage();
  const workspace = await openWorkspace(door, config, isEmpty);
  stops.unshift(() => workspace.stop());
  if (!config.moodle) mirrorCourses(db, workspace.moodle);
  const app = await startBot(workspace, program);
  app.keepTo(owners);
  stops.unshift(app.stop);
  await connect(workspace, app, db);
  await page;
  console.log(`Seats is running in a local workspace: open http://localhost:${new URL(workspace.url).port}`);
}

/** Before anything is opened or deleted, since the port may be that of a workspace that is running. */
function takePort({ port }: Config): Promise<Door> {
  return Door.at(port).catch((error: Error) => {
    throw new ConfigError(error.message);
  });
}

/** Keeps the database that the settings name. */
function withEmptyDatabase(config: Config, { port }: Door): Config {
  if (!config.isDefaultDatabase) return config;
  const folder = join(EMPTY_FOLDER, port);
  rmSync(folder, { recursive: true, force: true });
  return { ...config, databaseUrl: `sqlite:${folder}/seats.sqlite` };
}

function openWorkspace(door: Door, { databaseUrl }: Config, isEmpty: boolean): Promise<Workspace> {
  return Workspace.start({ door, file: transcriptBeside(databaseUrl), isEmpty }).catch((error: Error) => {
    throw new ConfigError(error.message);
  });
}

function transcriptBeside(databaseUrl: string): string {
  const file = /^sqlite:(.+)$/.exec(databaseUrl)?.[1] ?? 'data/postgres';
  return join(dirname(file), 'workspace.json');
}

function startBot(workspace: Workspace, { config, db, log }: Program): Promise<RunningApp> {
  const { botToken, apiUrl, signingSecret } = workspace.credentials;
  const slack: SlackConfig = { botToken, apiUrl, transport: { kind: 'http', signingSecret } };
  const moodle = config.moodle ?? { url: workspace.moodleUrl, token: workspace.moodle.token };
  return startApp({ ...config, ...ROLES, slack, moodle, db, log, now: () => workspace.clock.now() });
}

async function connect(workspace: Workspace, app: RunningApp, db: Database): Promise<void> {
  workspace.clock.onMove(app.wake);
  workspace.showOutbox(() => summarizeOutbox(db, workspace.clock));
  workspace.serveBot(app.listener);
  await app.connect();
}

function playedIn(moodleUrl: string): string {
  return `MOODLE_URL is set: people of the local workspace are enrolled in the Moodle ${moodleUrl}.`;
}
