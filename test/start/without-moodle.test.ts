import type { Database } from '../../src/database/database';
import { adoptDatabase } from '../../src/start/adopt-database';
import { claimDatabase } from '../../src/start/claim-database';
import type { Counterpart } from '../../src/start/installation.sql';
import { LOCAL } from '../../src/start/owner-objection';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { found } from '../support/found';
import { fill } from '../support/office';
import { assigns, MORNING, sells } from '../support/people';
import { count } from '../support/tables';

const acme = { value: 'T0ACME00001', name: 'Acme' };
const campus = { value: 'https://campus.example', name: null };
const academy = { value: 'https://academy.example', name: null };

describe.each(eachDatabase)('a bot that starts without its Moodle, on $name', ({ open }) => {
  let database: TestDatabase;
  let db: Database;

  beforeEach(async () => {
    database = await open();
    db = database.db;
  });

  afterEach(() => database?.close());

  it('is refused, because it would give seats that are never enrolled', async () => {
    await uses(campus);
    await expect(uses(undefined)).rejects.toThrow(
      'The database belongs to the Moodle https://campus.example, and MOODLE_URL and MOODLE_TOKEN are not set: set both, or run without a Moodle on purpose, so that nobody is enrolled any more, with npm run seats -- adopt.',
    );
    await uses(campus);
  });

  it('is refused, too, where an earlier version left ids of a Moodle', async () => {
    await db('installation').insert({ kind: 'moodle', value: 'unknown', name: null, since: MORNING.toISO() ?? '' });
    await expect(uses(undefined)).rejects.toThrow('The database has been used with a Moodle, and MOODLE_URL and');
    await uses(campus);
  });

  it('works where there was never a Moodle', async () => {
    await uses(undefined);
    await uses(undefined);
    await uses(campus);
  });

  it('works once that is wanted, and a Moodle that comes later gives the courses its own ids', async () => {
    await fill(db);
    await db('courses').where({ shortname: 'EXCEL-1' }).update({ moodle_id: 7, closed_because: 'hidden' });
    await uses(campus);
    expect(await adopts(undefined)).toBe('adopted');
    await uses(undefined);
    // People can open what only Moodle could open before.
    expect(await found(db('courses').where({ shortname: 'EXCEL-1' }).first())).toMatchObject({
      closed_because: null,
      hidden_here: 1,
    });
    expect(await count(db, 'installation', { kind: 'moodle' })).toBe(0);
    expect(await db('courses').whereNotNull('moodle_id').pluck('shortname')).toEqual([]);
    await uses(academy);
  });

  describe.each([
    ['is in the course', { account_id: 12 }],
    ['waits for the course', {}],
  ])('while somebody %s', (_state, enrolment: { account_id?: number }) => {
    beforeEach(async () => {
      await fill(db);
      await sells(db);
      await assigns(db, { enrols: true });
      if (enrolment.account_id) await db('enrolments').update(enrolment);
      await db('courses').where({ shortname: 'EXCEL-1' }).update({ moodle_id: 7 });
      await uses(campus);
    });

    it('needs a word on purpose', async () => {
      expect(await adopts(undefined)).toBe('enrolled');
      await expect(uses(undefined)).rejects.toThrow('belongs to the Moodle https://campus.example');
      expect(await adopts(undefined, { isWithoutMoodle: true })).toBe('adopted');
      await uses(undefined);
    });

    it('keeps the ids, which no other Moodle takes for its own', async () => {
      await adopts(undefined, { isWithoutMoodle: true });
      expect(await db('courses').whereNotNull('moodle_id').pluck('shortname')).toEqual(['EXCEL-1']);
      await expect(uses(campus)).rejects.toThrow(
        'The database was taken from the Moodle https://campus.example on purpose, and MOODLE_URL is for https://campus.example: unset MOODLE_URL and MOODLE_TOKEN, or give it to that Moodle on purpose with npm run seats -- adopt.',
      );
      expect(await adopts(undefined)).toBe('adopted');
      expect(await adopts(campus)).toBe('adopted');
      await uses(campus);
      expect(await db('courses').whereNotNull('moodle_id').pluck('shortname')).toEqual(['EXCEL-1']);
    });
  });

  it('does not let another Moodle read the ids of those who are enrolled, before or after', async () => {
    await fill(db);
    await sells(db);
    await assigns(db, { enrols: true });
    await db('enrolments').update({ account_id: 12 });
    await uses(campus);
    await adopts(undefined, { isWithoutMoodle: true });
    expect(await adopts(academy)).toBe('enrolled');
    await uses(undefined);
    expect(await adopts(academy, { isSameMoodle: true })).toBe('adopted');
    await uses(academy);
  });

  it('changes nothing for the local workspace, which has a Moodle of its own', async () => {
    await claimDatabase(db, { slack: LOCAL, moodle: LOCAL }, MORNING);
    await claimDatabase(db, { slack: LOCAL, moodle: LOCAL }, MORNING);
  });

  function uses(moodle: Counterpart | undefined) {
    return claimDatabase(db, { slack: acme, moodle }, MORNING);
  }

  function adopts(moodle: Counterpart | undefined, { isSameMoodle = false, isWithoutMoodle = false } = {}) {
    return adoptDatabase(db, { slack: acme, moodle }, MORNING, { isSameMoodle, isWithoutMoodle });
  }
});
