import { Settings } from 'luxon';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';
import { sells } from '../../support/people';
import { allIsSaid } from '../../support/tables';
import { eventually } from '../../support/time';

const TWO_YEARS_MS = 2 * 365 * 86_400_000;

describe.each(eachDatabase)('a clock that is years ahead for a moment, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db);
  });

  afterEach(async () => {
    Settings.now = Date.now;
    await office?.close();
    await database?.close();
  });

  it('deletes nothing that is still needed', async () => {
    const { db } = database;
    await sells(db, { quantity: 60 });
    await office.workspace.person('claire').opensHome();
    await eventually('the day is decided', async () => (await decided('2026-03-02')) > 0);
    await allIsSaid(db);
    const sent = await db('outbox').where({ state: 'sent' }).pluck('dedupe_key');
    isAhead(TWO_YEARS_MS);
    await eventually('the jobs have run', async () => (await decided('2028-03-01')) > 0);
    await allIsSaid(db);
    isAhead(0);
    await eventually('the jobs have run again', async () => (await decided('2028-03-01')) === 0);
    expect(await decided('2026-03-02')).toBeGreaterThan(0);
    expect(await db('homes').pluck('user_id')).toEqual(['U0CLAIRE001']);
    expect(await db('outbox').whereIn('dedupe_key', sent).pluck('dedupe_key')).toHaveLength(sent.length);
  });

  function isAhead(milliseconds: number): void {
    Settings.now = () => Date.now() + milliseconds;
    office.workspace.clock.moveAhead(office.workspace.clock.ahead);
  }

  async function decided(day: string): Promise<number> {
    return (await database.db('reminders').where({ day })).length;
  }
});
