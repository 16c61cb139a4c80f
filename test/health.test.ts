import { closeSync, openSync, writeSync } from 'node:fs';
import { type Database, ping } from '../src/database/database';
import { outageInShort, outageInWords } from '../src/database/outage';
import { eachDatabase, type TestDatabase } from './support/databases';
import { type Office, openOffice } from './support/office';
import { sells } from './support/people';
import { eventually } from './support/time';

const [sqlite] = eachDatabase;
/** For people who wait for an answer that never comes. */
const PATIENCE_MS = 20_000;

describe('an operator who asks whether the bot is ready', () => {
  let database: TestDatabase;
  let office: Office | undefined;

  beforeEach(async () => {
    if (!sqlite) throw new Error('There is no database to test on.');
    database = await sqlite.open();
  });

  afterEach(async () => {
    await office?.close();
    office = undefined;
    await database?.close();
  });

  it('hears at once when asking a hundred times, and Slack is not asked', async () => {
    office = await openOffice(database.db);
    const { workspace } = office;
    await eventually('it is ready', async () => (await answer()).ready === true);
    const asked = () => workspace.calls.filter(({ method }) => method === 'auth.test').length;
    const before = asked();
    for (let time = 0; time < 100; time += 1) await answer();
    expect(asked()).toBe(before);
  });

  it('hears of an outage of Slack and of its end', async () => {
    office = await openOffice(database.db);
    const { faults } = office.workspace;
    await eventually('it is ready', async () => (await answer()).ready === true);
    faults.next('auth.test', { kind: 'http', status: 503 }, { times: 3 });
    faults.next('views.open', { kind: 'http', status: 503 });
    await office.workspace.person('sonia').runs('/seats generate');
    await eventually('Slack is missed', async () => (await answer()).slack === 'unreachable');
    expect(await answer()).toMatchObject({ ready: false, database: 'ok' });
    await eventually('Slack is back', async () => (await answer()).ready === true);
  });

  it('hears that Slack no longer takes the token', async () => {
    office = await openOffice(database.db);
    const { faults } = office.workspace;
    faults.next('auth.test', { kind: 'error', error: 'account_inactive' }, { times: 3 });
    await eventually('the token is refused', async () => (await answer()).slack === 'unreachable');
    await eventually('it is taken again', async () => (await answer()).ready === true);
  });

  it('hears that the file of the database is corrupt', async () => {
    const { db, url } = database;
    const pages: { rootpage: number }[] = await db.raw("select rootpage from sqlite_master where tbl_name = 'outbox'");
    await db.raw('pragma wal_checkpoint(truncate)');
    for (const { rootpage } of pages) overwritePage(url.slice('sqlite:'.length), rootpage);
    office = await openOffice(db, { catalogue: 'none' });
    expect(await answer()).toMatchObject({ ready: false, database: 'unreachable' });
  });

  it('hears that the disk is full, and when there is room again', async () => {
    const { db } = database;
    office = await openOffice(db);
    await eventually('it is ready', async () => (await answer()).ready === true);
    await db.raw('pragma max_page_count = 1');
    await expect(sells(db, { customer: 'GLOBEX', quantity: 5_000 })).rejects.toThrow(/SQLITE_FULL/);
    await eventually('it is full', async () => (await answer()).database === 'disk full');
    expect(await answer()).toMatchObject({ ready: false });
    await db.raw('pragma max_page_count = 1000000');
    await eventually('there is room', async () => (await answer()).ready === true);
    await sells(db, { customer: 'GLOBEX', quantity: 5_000 });
  });

  async function answer(): Promise<Record<string, unknown>> {
    const response = await fetch(`${office?.workspace.url}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const report = (await response.json()) as Record<string, unknown>;
    expect(response.status).toBe(report.ready ? 200 : 503);
    return report;
  }
});

const NO_ROOM = /database or disk is full|No space left/;

describe.each(eachDatabase)('a database without room, on $name', ({ name, open }) => {
  it('is not ready for some seconds after a write has failed, and writes nothing when none has', async () => {
    const { db, close } = await open();
    const fill = name === 'SQLite' ? fillSqlite : fillPostgres;
    await ping(db);
    await expect(fill(db)).rejects.toThrow(NO_ROOM);
    await expect(ping(db)).rejects.toThrow(NO_ROOM);
    const error = await ping(db).catch((reason: unknown) => reason);
    expect(outageInShort(error)).toBe('disk full');
    expect(outageInWords(error as Error)).toMatch(
      /^DATABASE_URL cannot be written, because its disk is full \([^"]*\)/,
    );
    await close();
  });
});

async function fillSqlite(db: Database): Promise<void> {
  await db.raw('pragma max_page_count = 1');
  const row = { team_id: '', user_id: '', at: '2026-03-02T09:00:00.000Z' };
  await db('submissions').insert({ key: 'long', result: 'x'.repeat(10_000_000), ...row });
}

/** As the server says it. */
async function fillPostgres(db: Database): Promise<void> {
  await db.raw(
    "do $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$",
  );
}

/** Pages of SQLite are 4,096 bytes unless somebody says otherwise. */
function overwritePage(file: string, page: number): void {
  const open = openSync(file, 'r+');
  writeSync(open, Buffer.alloc(4_096, 'x'), 0, 4_096, (page - 1) * 4_096);
  closeSync(open);
}
