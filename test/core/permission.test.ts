import { ACTS, type Act, can, demand, type Subject } from '../../src/core/permission';
import type { Person } from '../../src/core/person';

const OWN = 1;
const OTHER = 2;
const INSIDE = 10;
const OUTSIDE = 11;

const nobody: Person = { teamId: 'T1', userId: 'U1', admin: false, sales: false, customers: [] };
const coordinates = { ...nobody, customers: [OWN] };
const ofSomeProducts = {
  ...coordinates,
  coordinates: new Map([[OWN, { teamId: 'T1', userId: 'U1', products: [INSIDE], quota: undefined }]]),
};

/** A delegate has the delegator's rights, limits included. */
const PEOPLE = {
  administrator: { ...nobody, admin: true, sales: true },
  sales: { ...nobody, sales: true },
  coordinator: coordinates,
  'coordinator of some products': ofSomeProducts,
  'delegate of a coordinator of some products': { ...ofSomeProducts, userId: 'U2' },
  nobody,
} satisfies Record<string, Person>;
type Who = keyof typeof PEOPLE;

const SUBJECTS = {
  'any at all': {},
  'their customer': { customerId: OWN },
  'a product inside': { customerId: OWN, productId: INSIDE },
  'a product outside': { customerId: OWN, productId: OUTSIDE },
  'another customer': { customerId: OTHER },
  'a product of another': { customerId: OTHER, productId: INSIDE },
} satisfies Record<string, Subject>;

type Answers = Record<Who, string>;

/** One answer per subject, in the order above. */
const ADMIN_ONLY: Answers = {
  administrator: 'yes yes yes yes yes yes',
  sales: 'no no no no no no',
  coordinator: 'no no no no no no',
  'coordinator of some products': 'no no no no no no',
  'delegate of a coordinator of some products': 'no no no no no no',
  nobody: 'no no no no no no',
};
const SALES_TOO: Answers = { ...ADMIN_ONLY, sales: 'yes yes yes yes yes yes' };
const COORDINATORS_TOO: Answers = {
  ...SALES_TOO,
  coordinator: 'yes yes yes yes no no',
  'coordinator of some products': 'yes yes yes no no no',
  'delegate of a coordinator of some products': 'yes yes yes no no no',
};

const TABLE: Record<Act, Answers> = {
  products: ADMIN_ONLY,
  courses: ADMIN_ONLY,
  roles: ADMIN_ONLY,
  health: ADMIN_ONLY,
  customers: SALES_TOO,
  generate: SALES_TOO,
  cancel: SALES_TOO,
  answer: SALES_TOO,
  list: COORDINATORS_TOO,
  assign: COORDINATORS_TOO,
  release: COORDINATORS_TOO,
  remind: COORDINATORS_TOO,
  ask: COORDINATORS_TOO,
};

const people = Object.entries(PEOPLE) as [Who, Person][];
const rows = ACTS.flatMap((act) => people.map(([who, person]) => ({ act, who, person })));

describe('permissions', () => {
  it('cover every act', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...ACTS].sort());
  });

  it.each(rows)('hold for $who: $act', ({ act, who, person }) => {
    const answers = Object.values(SUBJECTS).map((subject) => (can(person, act, subject) ? 'yes' : 'no'));
    expect(answers.join(' ')).toBe(TABLE[act][who]);
  });

  it.each([
    ['nobody', 'list', {}, 'access.nobody'],
    ['nobody', 'roles', {}, 'access.nobody'],
    ['coordinator', 'generate', {}, 'access.sales_only'],
    ['coordinator', 'roles', {}, 'access.admin_only'],
    ['sales', 'roles', {}, 'access.admin_only'],
    ['coordinator', 'list', { customerId: OTHER }, 'access.not_yours'],
    ['coordinator of some products', 'assign', { customerId: OWN, productId: OUTSIDE }, 'access.not_yours'],
  ] as const)('are refused with the fitting reason: %s, %s %j', (who, act, subject, code) => {
    expect(() => demand(PEOPLE[who], act, subject)).toThrow(code);
  });
});
