import type { Identity } from '../../src/domain/person';
import { toInstant } from '../../src/domain/time';
import { askForAccess } from '../../src/services/ask-for-access';
import { askForSeats } from '../../src/services/ask-for-seats';
import { addCoordinator } from '../../src/storage/coordinators';
import type { Database } from '../../src/storage/database';
import { findProduct } from '../../src/storage/products';
import { grantRole } from '../../src/storage/roles';
import { claire, colleague, coordinator, gus, MORNING, sales, sells } from './people';
import { ACME_ORDER, OWN_ORDER } from './rivals';
import type { References } from './route-table';
import { allIsSaid } from './tables';

const GLOBEX = 2;
/** Who acts in every test: what they may is what the tables say. */
export const noah: Identity = { teamId: 'T000000001', userId: 'U0NOAH00001' };

/** What is theirs, what is another customer's, and what is of a product that somebody may be kept from. */
export const REFERENCES = {
  own: { customer: 'GLOBEX', order: OWN_ORDER, product: 'EXCEL-SEAT', request: 'request:2', access: 'access:2' },
  other: { customer: 'ACME', order: ACME_ORDER, product: 'OKAPI', request: 'request:1', access: 'access:1' },
  outside: { customer: 'GLOBEX', order: 'B0000000003', product: 'ANY-SEAT', request: 'request:2', access: 'access:2' },
} satisfies Record<string, References>;
export type Side = keyof typeof REFERENCES;

async function coordinatesSome(db: Database, identity: Identity): Promise<void> {
  const product = await findProduct(db, 'EXCEL-SEAT');
  await addCoordinator(db, GLOBEX, identity, { products: [product?.id ?? 0], quota: undefined });
}

/** Each kind of person, and how one becomes it. */
export const KINDS: { kind: string; become: (db: Database) => Promise<unknown> }[] = [
  { kind: 'administrator', become: (db) => grantRole(db, granted('admin')) },
  { kind: 'sales', become: (db) => grantRole(db, granted('sales')) },
  { kind: 'coordinator', become: (db) => addCoordinator(db, GLOBEX, noah) },
  { kind: 'coordinator of some products', become: (db) => coordinatesSome(db, noah) },
  {
    kind: 'deputy of a coordinator of some products',
    become: async (db) => {
      await coordinatesSome(db, colleague);
      await db('delegations').insert({
        customer_id: GLOBEX,
        team_id: colleague.teamId,
        user_id: colleague.userId,
        to_team: noah.teamId,
        to_user: noah.userId,
        from_day: '2026-03-02',
        to_day: '2026-03-02',
      });
    },
  },
  { kind: 'nobody', become: async () => undefined },
];

/** Upon what `openRivals` sets up: seats of another product, requests for seats and for access, of either customer. */
export async function furnish(db: Database): Promise<void> {
  await sells(db, { customer: 'GLOBEX', product: 'ANY-SEAT', quantity: 9 });
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
}

function granted(role: 'admin' | 'sales') {
  return { to: noah, role, by: sales, at: toInstant(MORNING) };
}
