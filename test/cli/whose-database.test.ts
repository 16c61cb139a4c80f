import type { Database } from '../../src/database/database';
import { claimDatabase } from '../../src/start/claim-database';
import { seats } from '../support/command-line';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { fill } from '../support/office';
import { MORNING, sells } from '../support/people';
import { count } from '../support/tables';

const MONDAY = '2026-03-02T09:00:00+01:00';
const REFUSED =
  'The database has been used with the Slack workspace Acme (T0ACME00001), so the local workspace does not open it: set SLACK_BOT_TOKEN to run the bot, or set DATABASE_URL to another database.';

describe.each(screenDatabases)('without tokens, on the database of a real bot, on $name', ({ open }) => {
  let database: TestDatabase;
  let db: Database;

  beforeEach(async () => {
    database = await open();
    db = database.db;
    await fill(db);
    await claimDatabase(db, { slack: { value: 'T0ACME00001', name: 'Acme' }, moodle: undefined }, MORNING);
    await db('outbox').delete();
  });

  afterEach(() => database?.close());

  const runs = (...words: string[]) => seats(words, { DATABASE_URL: database.url });

  it('remind sends nothing through that bot, and uses up no day', async () => {
    await sells(db);
    await db('outbox').delete();
    expect(await runs('remind', '--at', MONDAY)).toEqual({ code: 1, said: REFUSED });
    expect(await count(db, 'outbox')).toBe(0);
    expect(await count(db, 'reminders')).toBe(0);
  });

  it('outbox --retry sends nothing again, while outbox shows what there is', async () => {
    await sells(db);
    await db('outbox').update({ state: 'dead' });
    const dead = await count(db, 'outbox', { state: 'dead' });
    expect(dead).toBeGreaterThan(0);
    expect(await runs('outbox', '--retry', 'all')).toEqual({ code: 1, said: REFUSED });
    expect(await count(db, 'outbox', { state: 'dead' })).toBe(dead);
    expect((await runs('outbox')).said).toContain(`dead ${dead}`);
  });

  it('check says that the local workspace would not open it', async () => {
    const { code, said } = await runs('check');
    expect(said).toContain(`FAIL Database: ${REFUSED}`);
    expect(code).toBe(1);
  });
});

it.each([
  ['a Moodle', { slack: 'T0ACME00001', moodle: 'https://campus.example' }],
  ['people of a play', { slack: 'local', moodle: 'local' }],
])('reminders of a database with %s wait for settings that are for it', async (_what, owners) => {
  const [sqlite] = screenDatabases;
  const database = await sqlite?.open();
  if (!database) throw new Error('There is no database to test on.');
  const since = MORNING.toISO() ?? '';
  await database.db('installation').insert({ kind: 'slack', value: owners.slack, name: null, since });
  await database.db('installation').insert({ kind: 'moodle', value: owners.moodle, name: null, since });
  const settings = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret', SLACK_API_URL: 'http://127.0.0.1:1/' };
  const { code, said } = await seats(['remind'], { DATABASE_URL: database.url, ...settings });
  expect(said).toContain('npm run seats -- adopt');
  expect(code).toBe(1);
  await database.close();
});
