import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace } from '../../src/playground/workspace';
import { runBundled } from '../support/bundle';
import { seats } from '../support/command-line';
import { foreignDatabase } from '../support/foreign-database';
import { newFolder } from '../support/run-folder';
import { ending, startNode } from '../support/run-program';

const ZENITH = { slack: 'T0ZENITH001' };
const CAMPUS = 'https://campus.example';
const ACADEMY = { MOODLE_URL: 'https://academy.example', MOODLE_TOKEN: 'secret' };
const OF_ZENITH = 'The database belongs to the Slack workspace T0ZENITH001, and SLACK_BOT_TOKEN is for ';
const USED_WITH_ZENITH = 'The database has been used with the Slack workspace T0ZENITH001, so the local workspace';

let slack: Workspace;
let tokens: Record<string, string>;
let folder: string;

beforeAll(async () => {
  folder = newFolder('refused-');
  slack = await Workspace.start({ port: 0 });
  const { botToken, signingSecret, apiUrl } = slack.credentials;
  tokens = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl };
});

afterAll(() => slack?.stop());

describe('a start that is refused leaves the database in the version of its own bot:', () => {
  it.each([
    ['the bot of another workspace', ZENITH, {}, OF_ZENITH],
    ['a bot on a play database', { slack: 'local' }, {}, 'The database belongs to the local workspace, and SLACK_BOT'],
    ['a bot of another Moodle', { ...ZENITH, moodle: CAMPUS }, ACADEMY, `The database belongs to the Moodle ${CAMPUS}`],
    ['a bot without its Moodle', { moodle: CAMPUS }, {}, 'MOODLE_URL and MOODLE_TOKEN are not set'],
  ])('%s', async (_who, owners, settings, sentence) => {
    await isRefused(owners, { ...tokens, ...settings }, sentence);
  });

  it('the local workspace', () => isRefused(ZENITH, {}, USED_WITH_ZENITH));

  it('the bot of another workspace, which waits for Slack to say so', async () => {
    slack.faults.next('auth.test', { kind: 'http', status: 503 }, { times: 2 });
    await isRefused(ZENITH, tokens, OF_ZENITH);
  });

  async function isRefused(owners: object, settings: Record<string, string>, sentence: string): Promise<void> {
    const database = await foreignDatabase(owners);
    const before = await database.version();
    const { code, said } = await ending(
      startNode(folder, await runBundled('src/main.ts'), { DATABASE_URL: database.url, ...settings }),
    );
    expect(said).toContain(sentence);
    expect(code).toBe(1);
    expect(await database.version()).toBe(before);
  }
});

describe('a command that is not for a database leaves it in the version of its own bot:', () => {
  const file = () => {
    const path = join(folder, 'catalogue.yaml');
    writeFileSync(path, 'courses:\n  - { shortname: EXCEL-1, name: Excel, open: true }\n');
    return path;
  };

  it.each([
    ['remind', () => ['remind']],
    ['import', () => ['import', file()]],
    ['export', () => ['export', 'courses']],
    ['outbox', () => ['outbox']],
    ['outbox --retry', () => ['outbox', '--retry', 'all']],
    ['check', () => ['check']],
  ])('%s, with the tokens of another workspace and without', async (_name, words) => {
    await isRefused(words(), ZENITH, tokens, OF_ZENITH);
    await isRefused(words(), ZENITH, {}, USED_WITH_ZENITH);
  });

  it('adopt, while people are enrolled in another Moodle', async () => {
    const owners = { ...ZENITH, moodle: CAMPUS };
    const staff = async (database: Awaited<ReturnType<typeof foreignDatabase>>) => {
      await database.does(async (db) => {
        await db.raw(
          "insert into courses (id, shortname, shortname_key, name, search_key) values (1, 'X', 'x', 'Excel', 'excel')",
        );
        await db('course_staff').insert({
          ...{ course_id: 1, team_id: 'T0ZENITH001', user_id: 'U1', role: 'teacher', state: 'in' },
        });
      });
    };
    await isRefused(['adopt'], owners, { ...tokens, ...ACADEMY }, 'people are enrolled in the Moodle of before', staff);
    await isRefused(['adopt'], owners, tokens, 'run this again with --without-moodle', staff);
    await isRefused(['adopt'], owners, {}, 'SLACK_BOT_TOKEN is missing');
  });

  it('but migrate migrates it, on purpose', async () => {
    const database = await foreignDatabase(ZENITH);
    const before = await database.version();
    expect((await seats(['migrate'], { DATABASE_URL: database.url })).code).toBe(0);
    expect(await database.version()).not.toBe(before);
  });

  it('and a database in the present version can be read, and imported into, without tokens', async () => {
    const { url: DATABASE_URL } = await foreignDatabase(ZENITH, { isUpToDate: true });
    const imported = await seats(['import', file()], { DATABASE_URL });
    expect(imported.said).toContain(`${DATABASE_URL} belongs to the Slack workspace T0ZENITH001.`);
    expect(imported.code).toBe(0);
    expect((await seats(['export', 'courses'], { DATABASE_URL })).said).toContain('EXCEL-1');
    expect((await seats(['outbox'], { DATABASE_URL })).code).toBe(0);
  });

  async function isRefused(
    words: string[],
    owners: object,
    settings: Record<string, string>,
    sentence: string,
    prepare: (database: Awaited<ReturnType<typeof foreignDatabase>>) => Promise<void> = async () => {},
  ): Promise<void> {
    const database = await foreignDatabase(owners);
    await prepare(database);
    const before = await database.version();
    const { code, said } = await seats(words, { DATABASE_URL: database.url, ...settings });
    expect(said).toContain(sentence);
    expect(code).toBe(1);
    expect(await database.version()).toBe(before);
  }
});
