import type { Database } from '../../src/database/database';
import { migrate, migrateDownOnce } from '../../src/database/migrate';
import { adoptDatabase } from '../../src/start/adopt-database';
import { claimDatabase } from '../../src/start/claim-database';
import { findOwners } from '../../src/start/installation.sql';
import { LOCAL, objectionTo } from '../../src/start/owner-objection';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { fill } from '../support/office';
import { assigns, MORNING, sells } from '../support/people';
import { count } from '../support/tables';

const acme = { value: 'T0ACME00001', name: 'Acme' };
const zenith = { value: 'T0ZENITH001', name: 'Zenith' };
const campus = { value: 'https://campus.example', name: null };
const academy = { value: 'https://academy.example', name: null };
/** Before the database knew what it is used with. */
const BEFORE = '20261126100000';

describe.each(eachDatabase)('a database, on $name', ({ open }) => {
  let database: TestDatabase;
  let db: Database;

  beforeEach(async () => {
    database = await open();
    db = database.db;
  });

  afterEach(() => database?.close());

  it('belongs to the first Slack workspace and the first Moodle that use it', async () => {
    await uses(acme, campus);
    await uses(acme, campus);
    await expect(uses(zenith, campus)).rejects.toThrow(
      'The database belongs to the Slack workspace Acme (T0ACME00001), and SLACK_BOT_TOKEN is for Zenith (T0ZENITH001): set DATABASE_URL to another database, or move this one on purpose with npm run seats -- adopt.',
    );
    await expect(uses(acme, academy)).rejects.toThrow(
      'The database belongs to the Moodle https://campus.example, and MOODLE_URL is for https://academy.example',
    );
  });

  it('is not taken by a bot that is refused because of its Moodle', async () => {
    await db('installation').insert({ kind: 'moodle', ...campus, since: MORNING.toISO() ?? '' });
    await expect(uses(zenith, academy)).rejects.toThrow('belongs to the Moodle https://campus.example');
    await uses(acme, campus);
  });

  it('goes to one of two workspaces that start at the same moment', async () => {
    const outcomes = await Promise.allSettled([uses(acme), uses(zenith), uses(acme), uses(zenith)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it('of a real Slack or a real Moodle is not opened by the local workspace', async () => {
    await uses(acme);
    await expect(uses(LOCAL, LOCAL)).rejects.toThrow(
      'The database has been used with the Slack workspace Acme (T0ACME00001), so the local workspace does not open it: set SLACK_BOT_TOKEN to run the bot, or set DATABASE_URL to another database.',
    );
  });

  it('of the local workspace is not opened by the bot of a real Slack', async () => {
    await uses(LOCAL, LOCAL);
    await uses(LOCAL, LOCAL);
    await expect(uses(acme, campus)).rejects.toThrow(
      'The database belongs to the local workspace, and SLACK_BOT_TOKEN is for Acme (T0ACME00001)',
    );
    await expect(uses(LOCAL, campus)).rejects.toThrow(
      'The database belongs to the local workspace, and MOODLE_URL is for',
    );
  });

  it('objects without changing anything', async () => {
    expect(objectionTo(await findOwners(db), { slack: acme, moodle: campus })).toBeUndefined();
    expect(await count(db, 'installation')).toBe(0);
    await uses(acme);
    expect(objectionTo(await findOwners(db), { slack: zenith, moodle: undefined })).toContain('is for Zenith');
  });

  describe('of an earlier version', () => {
    it('that people of a real Slack have used goes to the next real one, and never to the local workspace', async () => {
      await fill(db);
      await sells(db);
      await upgraded({ teams: ['T0ACME00001', 'T000000001'], isSynced: true });
      await expect(uses(LOCAL)).rejects.toThrow('The database has been used with a real Slack workspace');
      await uses(acme, campus);
      await expect(uses(zenith)).rejects.toThrow('belongs to the Slack workspace Acme');
      await expect(uses(acme, academy)).rejects.toThrow('belongs to the Moodle https://campus.example');
    });

    it('that only the local workspace has used stays its own', async () => {
      await fill(db);
      await upgraded({ teams: [], isSynced: true });
      await uses(LOCAL, LOCAL);
      await expect(uses(acme)).rejects.toThrow('belongs to the local workspace');
    });

    it('that nobody has used yet is free', async () => {
      await upgraded({ teams: [], isSynced: false });
      await uses(acme, campus);
    });
  });

  describe('that is moved on purpose', () => {
    it('belongs to the other workspace, and to it alone', async () => {
      await uses(acme);
      expect(await adopts(zenith)).toBe('adopted');
      await uses(zenith);
      await expect(uses(acme)).rejects.toThrow('belongs to the Slack workspace Zenith');
    });

    it('forgets the courses’ ids in the other Moodle', async () => {
      await fill(db);
      await db('courses').where({ shortname: 'EXCEL-1' }).update({ moodle_id: 7 });
      await uses(acme, campus);
      expect(await adopts(acme, academy)).toBe('adopted');
      expect(await db('courses').whereNotNull('moodle_id').pluck('shortname')).toEqual([]);
      await uses(acme, academy);
    });

    it('does not go to another Moodle while people are enrolled, unless it is the same at another address', async () => {
      await fill(db);
      await sells(db);
      await assigns(db, { enrols: true });
      await db('enrolments').update({ account_id: 12 });
      await db('courses').where({ shortname: 'EXCEL-1' }).update({ moodle_id: 7 });
      await uses(acme, campus);
      expect(await adopts(zenith, academy)).toBe('enrolled');
      await uses(acme, campus);
      expect(await adopts(zenith, academy, { isSameMoodle: true })).toBe('adopted');
      expect(await db('courses').whereNotNull('moodle_id').pluck('shortname')).toEqual(['EXCEL-1']);
      await uses(zenith, academy);
    });
  });

  function uses(slack: typeof acme | typeof LOCAL, moodle?: typeof LOCAL) {
    return claimDatabase(db, { slack, moodle }, MORNING);
  }

  function adopts(slack: typeof acme, moodle?: typeof LOCAL, { isSameMoodle = false } = {}) {
    return adoptDatabase(db, { slack, moodle }, MORNING, { isSameMoodle });
  }

  /** Goes back to the earlier version, lets people of these workspaces act, and migrates. */
  async function upgraded({ teams, isSynced }: { teams: string[]; isSynced: boolean }): Promise<void> {
    while ((await db.migrate.currentVersion()) > BEFORE) await migrateDownOnce(db);
    const act = { at: MORNING.toISO() ?? '', actor_user: 'U1', action: 'order.generated', subject: 'B0000000001' };
    for (const actor_team of teams) await db('ledger').insert({ ...act, actor_team });
    if (isSynced) await db('courses').where({ shortname: 'EXCEL-1' }).update({ moodle_id: 7 });
    await migrate(db);
  }
});
