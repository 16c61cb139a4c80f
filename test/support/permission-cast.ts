import type { Limits } from '../../src/core/coordinator';
import type { Identity } from '../../src/core/identity';
import { seatReference } from '../../src/core/reference';
import { type Day, toInstant } from '../../src/core/time';
import type { Database } from '../../src/database/database';
import { assignmentVersion } from '../../src/features/assignments/assignment';
import { addCoordinator } from '../../src/features/coordinators/coordinators.sql';
import { insertDelegation } from '../../src/features/coordinators/delegations.sql';
import { findProduct } from '../../src/features/products/products.sql';
import { grantRole } from '../../src/features/roles/granted-roles.sql';
import { personOf } from '../../src/slack/button-values';
import { ada, claire, colleague, gus, MORNING, sales, sonia } from './people';
import { ACME_ORDER, OWN_ORDER } from './rivals';
import type { References } from './route-table';

export const ACME = 1;
export const GLOBEX = 2;
/** A period after all events of the tests. */
export const MAY = { from: '2026-05-01', until: '2026-05-02' };
/** The person who acts in every test, with the rights that the tables grant. */
export const noah: Identity = { teamId: 'T000000001', userId: 'U0NOAH00001' };

/** Addresses of trainees whose seats one side refers to: of one who keeps the seat, and of one to release. */
export const traineesOf = (side: string) => ({
  kept: `${side}.kept@example.com`,
  released: `${side}.released@example.com`,
});
const shownWith = (email: string, end: Day | undefined) =>
  assignmentVersion({ trainee: { email }, course: { shortname: 'EXCEL-1' }, period: { start: '2026-03-02', end } });

/** References of their own customer, of another customer, and of a product that may be outside their limits. */
export const REFERENCES = {
  own: {
    customer: 'GLOBEX',
    order: OWN_ORDER,
    seat: seatReference(38),
    assignment: '2',
    version: shownWith(traineesOf('own').kept, '2026-08-29'),
    releasableVersion: shownWith(traineesOf('own').released, '2026-08-29'),
    releasable: '3',
    product: 'EXCEL-SEAT',
    request: 'request:2',
    access: 'access:2',
    invitation: 'invitation:2',
    coordinator: personOf('GLOBEX', gus),
    dismissed: personOf('GLOBEX', ada),
    delegator: personOf('GLOBEX', noah),
    delegation: '3',
    newcomer: claire.userId,
    invited: ada.userId,
    delegate: claire.userId,
    import: 'import-of-coordinators',
    unwanted: 'unwanted-of-coordinators',
    broken: 'GLOBEX',
    // Routes before this one change the customer, which is why its version is not 0.
    form: { customer: 'GLOBEX', version: '1' },
  },
  other: {
    customer: 'ACME',
    order: ACME_ORDER,
    seat: seatReference(1),
    assignment: '1',
    version: shownWith('quagga@zebra.example', undefined),
    releasableVersion: shownWith(traineesOf('other').released, undefined),
    releasable: '4',
    product: 'OKAPI',
    request: 'request:1',
    access: 'access:1',
    invitation: 'invitation:1',
    coordinator: personOf('ACME', claire),
    dismissed: personOf('ACME', ada),
    delegator: personOf('ACME', claire),
    delegation: '1',
    newcomer: gus.userId,
    invited: ada.userId,
    delegate: ada.userId,
    import: 'import-of-somebody-else',
    unwanted: 'unwanted-of-somebody-else',
    broken: 'ACME',
    form: { customer: 'BROKEN', version: '1' },
  },
  outside: {
    customer: 'GLOBEX',
    order: 'B0000000003',
    seat: seatReference(43),
    assignment: '5',
    version: shownWith(traineesOf('outside').kept, undefined),
    releasableVersion: shownWith(traineesOf('outside').released, undefined),
    releasable: '6',
    product: 'ANY-SEAT',
    request: 'request:2',
    access: 'access:2',
    invitation: 'invitation:3',
    coordinator: personOf('GLOBEX', gus),
    dismissed: personOf('GLOBEX', sonia),
    delegator: personOf('GLOBEX', gus),
    delegation: '2',
    newcomer: sonia.userId,
    invited: 'U0STRANGER1',
    delegate: ada.userId,
    import: 'import-of-courses',
    unwanted: 'unwanted-of-courses',
    broken: 'BROKEN',
    form: {},
  },
} satisfies Record<string, References>;
export type Side = keyof typeof REFERENCES;

/** Adds a coordinator who has a delegate, but not today. */
async function coordinates(db: Database, identity: Identity, limits?: Limits): Promise<void> {
  await addCoordinator(db, GLOBEX, identity, limits);
  await insertDelegation(db, { customerId: GLOBEX, of: identity, to: claire, ...MAY });
}

async function coordinatesSome(db: Database, identity: Identity): Promise<void> {
  const product = await findProduct(db, 'EXCEL-SEAT');
  await coordinates(db, identity, { products: [product?.id ?? 0], quota: undefined });
}

/** The kinds of person, and how to become each. */
export const KINDS: { kind: string; become: (db: Database) => Promise<unknown> }[] = [
  { kind: 'administrator', become: (db) => grantRole(db, granted('admin')) },
  { kind: 'sales', become: (db) => grantRole(db, granted('sales')) },
  { kind: 'coordinator', become: (db) => coordinates(db, noah) },
  { kind: 'coordinator of some products', become: (db) => coordinatesSome(db, noah) },
  {
    kind: 'delegate of a coordinator of some products',
    become: async (db) => {
      await coordinatesSome(db, colleague);
      const today = { from: '2026-03-02', until: '2026-03-02' };
      await insertDelegation(db, { customerId: GLOBEX, of: colleague, to: noah, ...today });
    },
  },
  { kind: 'nobody', become: async () => undefined },
];

function granted(role: 'admin' | 'sales') {
  return { to: noah, role, by: sales, at: toInstant(MORNING) };
}
