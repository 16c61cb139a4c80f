import { removeCoordinator } from '../../../src/features/coordinators/coordinators.sql';
import { isStillFor } from '../../../src/features/customers/notify-customer';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { claire, colleague, gus } from '../../support/people';

const ACME = 1;

describe.each(eachDatabase)('a queued message to a coordinator, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    const of = { customer_id: ACME, team_id: claire.teamId, user_id: claire.userId };
    const days = { from_day: '2026-03-02', to_day: '2026-03-03' };
    await database.db('delegations').insert({ ...of, to_team: colleague.teamId, to_user: colleague.userId, ...days });
  });

  afterEach(() => database?.close());

  const isFor = (to: typeof claire | undefined, day = '2026-03-02') => isStillFor({ to }, ACME, day, database.db);

  it('is still valid for coordinators, that day’s delegates, and channels', async () => {
    expect(await isFor(claire)).toBe(true);
    expect(await isFor(colleague)).toBe(true);
    expect(await isFor(colleague, '2026-03-04')).toBe(false);
    expect(await isFor(undefined)).toBe(true);
  });

  it('is not valid for people of another customer or workspace, or people removed meanwhile', async () => {
    expect(await isFor(gus)).toBe(false);
    expect(await isFor({ ...claire, teamId: gus.teamId })).toBe(false);
    await removeCoordinator(database.db, ACME, claire);
    expect(await isFor(claire)).toBe(false);
    expect(await isFor(colleague)).toBe(false);
  });
});
