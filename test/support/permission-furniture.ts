import { toInstant } from '../../src/core/time';
import type { Database } from '../../src/database/database';
import { addCoordinator } from '../../src/features/coordinators/coordinators.sql';
import { insertDelegation } from '../../src/features/coordinators/delegations.sql';
import { insertInvitation } from '../../src/features/coordinators/invitations.sql';
import { insertAccount } from '../../src/features/customers/customer-accounts.sql';
import { askForAccess } from '../../src/features/requests/ask-for-access';
import { askForSeats } from '../../src/features/requests/ask-for-seats';
import { ada, assigns, aTrainee, claire, coordinator, gus, MORNING, sales, sells, sonia } from './people';
import { ACME, GLOBEX, MAY, noah, REFERENCES, traineesOf } from './permission-cast';
import { allIsSaid } from './tables';

/** Adds to `openRivals` seats of another product, and everything that routes refer to, for both customers. */
export async function furnish(db: Database): Promise<void> {
  await sells(db, { customer: 'GLOBEX', product: 'ANY-SEAT', quantity: 9 });
  await furnishSeats(db);
  for (const [who, customer, product] of [
    [claire, 'ACME', 'OKAPI'],
    [gus, 'GLOBEX', 'EXCEL-SEAT'],
  ] as const) {
    await askForSeats(db, { customer, product, seats: 3, reason: 'Zebra' }, await coordinator(db, who), MORNING);
  }
  for (const [channel, named] of [
    ['C0ACME00001', 'ACME'],
    ['C0GLOBEX001', 'GLOBEX'],
  ] as const) {
    const stranger = { ...sales, sales: false, teamId: 'T000000009' };
    await askForAccess(db, { channel, named }, stranger, MORNING);
  }
  await allIsSaid(db);
  await furnishCoordinators(db);
  await furnishImports(db);
  await furnishBroken(db);
}

/** Acme's first seat is already assigned. */
async function furnishSeats(db: Database): Promise<void> {
  for (const [side, { customer, order: pool }] of Object.entries(REFERENCES)) {
    const { kept, released } = traineesOf(side);
    for (const email of pool === REFERENCES.other.order ? [released] : [kept, released]) {
      await assigns(db, { by: sales, customer, pool, trainee: { ...aTrainee(), email } });
    }
  }
}

/** A customer whose channel could not be created. No pending entry fixes it. */
async function furnishBroken(db: Database): Promise<void> {
  const none = { channel: undefined, newChannel: undefined, channelBy: undefined };
  const terms = { ...none, name: 'Broken', timezone: 'Europe/Paris', locale: 'en', notes: '' } as const;
  const id = await insertAccount(db, 'BROKEN', terms);
  await db('customers')
    .where({ id: id ?? 0 })
    .update({ channel_error: 'name_taken' });
}

/** Coordinators to remove, people to add, and delegations. */
async function furnishCoordinators(db: Database): Promise<void> {
  for (const [customerId, identity] of [
    [ACME, ada],
    [GLOBEX, ada],
    [GLOBEX, sonia],
  ] as const) {
    await addCoordinator(db, customerId, identity);
  }
  // Of people whom no route adds or removes, which would withdraw their invitations.
  for (const [customerId, userId] of [
    [ACME, 'U0STRANGER2'],
    [GLOBEX, 'U0STRANGER2'],
    [GLOBEX, 'U0STRANGER3'],
  ] as const) {
    const to = { teamId: 'T000000009', userId };
    const limits = { products: [], quota: undefined };
    await insertInvitation(db, { customerId, to, by: sales, at: toInstant(MORNING), ...limits });
  }
  await insertDelegation(db, { customerId: ACME, of: claire, to: sonia, ...MAY });
  await insertDelegation(db, { customerId: GLOBEX, of: gus, to: claire, ...MAY });
}

/** Imports that are already read and checked. */
async function furnishImports(db: Database): Promise<void> {
  const item = { customer: 'ACME', ...sonia, products: [], leftOut: ['products', 'quota'] };
  const coordinators = { kind: 'coordinators', rows: [{ row: 2, item }] };
  const courses = { kind: 'courses', rows: [{ row: 2, item: { shortname: 'OKAPI-1', name: 'Okapi', open: true } }] };
  for (const [of, by, sheet] of [
    ['coordinators', noah, coordinators],
    ['somebody-else', sonia, coordinators],
    ['courses', noah, courses],
  ] as const) {
    for (const key of [`import-of-${of}`, `unwanted-of-${of}`]) {
      await db('imports').insert({
        key,
        team_id: by.teamId,
        user_id: by.userId,
        file_id: 'F000000001',
        state: 'ready',
        kind: sheet.kind,
        sheet: JSON.stringify({ ...sheet, problems: [] }),
        report: JSON.stringify({ kind: sheet.kind, changes: [], problems: [] }),
        created_at: toInstant(MORNING),
      });
    }
  }
}
