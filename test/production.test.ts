import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { migrate, migrateDown, migrateDownOnce } from '../src/database/migrate';
import { Workspace } from '../src/playground/workspace';
import { eachDatabase } from './support/databases';
import { type ProductionFolder, productionFolder } from './support/production';
import { ending, startNode, stop } from './support/run-program';
import { IS_WHOLE, scope } from './support/scope';

/** The sources, and in `npm run test:all` the build, which takes longer to make than to test. */
const PROGRAMS: [string, string[]][] = [
  ['the sources', ['--import', 'tsx', 'src/main.ts']],
  ['the build', ['--enable-source-maps', 'dist/src/main.js']],
];

describe('without development packages and without the playground', () => {
  let folder: ProductionFolder;

  beforeAll(() => {
    folder = productionFolder({ isBuilt: IS_WHOLE });
  });

  afterAll(() => folder?.remove());

  describe.each(scope(PROGRAMS.slice(0, 1), PROGRAMS))('%s', (name, words) => {
    const database = { DATABASE_URL: `sqlite:data/${name}.sqlite` };

    it('answer Slack', async () => {
      const workspace = await Workspace.start({ port: 0, transport: 'socket' });
      const { botToken, appToken, apiUrl } = workspace.credentials;
      const slack = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl };
      const bot = startNode(folder.path, words, { ...database, ...slack, SALES_USERS: 'U0SONIA0001' });
      const sonia = workspace.person('sonia');
      await untilConnected(bot, () => sonia.runs('/seats help'));
      expect(sonia.screen()).toContain('You can generate seats for any customer');
      expect(await stop(bot)).toBe(0);
      await workspace.stop();
    });

    it('name in one sentence the packages that the local workspace needs', async () => {
      const { code, said } = await ending(startNode(folder.path, words, database));
      expect(said).toMatch(/^Without SLACK_BOT_TOKEN .* \(emulate, react, .*\): set SLACK_BOT_TOKEN, or run npm ci\.$/);
      expect(code).toBe(1);
    });
  });

  if (IS_WHOLE)
    describe.each(eachDatabase)('a database, on $name', ({ open }) => {
      it('works with the build after the sources, and with the sources after the build', async () => {
        const { db, url, close } = await open();
        // Knex's own table, which the typed database does not declare.
        const names = () => (db as unknown as Knex)('knex_migrations').orderBy('id').pluck('name');
        const fromSources = await names();
        expect(await migratedByBuild(url)).toEqual({ code: 0, said: 'The database is up to date.' });
        await migrateDown(db);
        const said = expect.stringMatching(/^A new database was created: .*\nThe database is up to date\.$/);
        expect(await migratedByBuild(url)).toEqual({ code: 0, said });
        expect(await names()).toEqual(fromSources);
        await migrateDownOnce(db);
        await migrate(db);
        expect(await names()).toEqual(fromSources);
        await close();
      });
    });

  function migratedByBuild(url: string) {
    return ending(startNode(folder.path, ['dist/src/cli/seats.js', 'migrate'], { DATABASE_URL: url }));
  }
});

/** Repeats a command until the bot's socket is open; fails when the bot ends instead. */
async function untilConnected(bot: ChildProcess, tries: () => Promise<{ ok: boolean }>): Promise<void> {
  while (!(await tries()).ok) {
    if (bot.exitCode !== null) throw new Error(`The bot ended with ${bot.exitCode}.`);
    await sleep(100);
  }
}
