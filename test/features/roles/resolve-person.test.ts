import { toInstant } from '../../../src/core/time';
import { grantRole, revokeRole } from '../../../src/features/roles/granted-roles.sql';
import { personOf } from '../../../src/features/roles/resolve-person';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { ada, claire, colleague, gus, MORNING, sonia } from '../../support/people';

const SELLS = { sales: true, admin: false, isAdminless: true };
const given = { by: sonia, at: toInstant(MORNING) };
const NOTHING = { sales: false, admin: false, isAdminless: true };

describe.each(eachDatabase)('a person’s role, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
  });

  afterEach(() => database?.close());

  it('is administrator for sales people, until the app has an administrator', async () => {
    const { db } = database;
    expect(await personOf(db, sonia, SELLS, MORNING)).toMatchObject({ admin: true, sales: true });
    expect(await personOf(db, claire, NOTHING, MORNING)).toMatchObject({ admin: false, sales: false });
    await grantRole(db, { ...given, to: ada, role: 'admin' });
    expect(await personOf(db, sonia, SELLS, MORNING)).toMatchObject({ admin: false, sales: true });
    expect(await personOf(db, ada, NOTHING, MORNING)).toMatchObject({ admin: true, sales: true });
    expect(await personOf(db, sonia, { ...SELLS, isAdminless: false }, MORNING)).toMatchObject({
      admin: false,
      sales: true,
    });
  });

  it('comes from the app for one person in one workspace, until it is revoked', async () => {
    const { db } = database;
    await grantRole(db, { ...given, to: colleague, role: 'sales' });
    await grantRole(db, { ...given, to: ada, role: 'admin' });
    expect(await personOf(db, colleague, NOTHING, MORNING)).toMatchObject({ admin: false, sales: true });
    expect(await personOf(db, { ...colleague, teamId: gus.teamId }, NOTHING, MORNING)).toMatchObject({ sales: false });
    expect(await revokeRole(db, colleague, 'sales')).toBe(true);
    expect(await personOf(db, colleague, NOTHING, MORNING)).toMatchObject({ sales: false });
  });
});
