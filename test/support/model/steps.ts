import fc from 'fast-check';
import { COURSES, CUSTOMERS, PATTERNS } from './model';
import { ACTORS } from './world';

const actor = fc.nat(ACTORS.length - 1);
/** Mostly the first customer, so that many steps interact. */
const customer = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat(CUSTOMERS.length - 1) },
);
/** Present in one of four steps; otherwise the product chooses. */
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const order = fc.nat(4);
const product = fc.nat(2);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Mostly a person with the right to do it. */
const seller = fc.oneof(
  { weight: 4, arbitrary: fc.constant(ACTORS.indexOf('sales')) },
  { weight: 1, arbitrary: actor },
);

const assign = fc.record({
  kind: fc.constant('assign' as const),
  actor: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: actor }),
  customer: seldom(customer),
  pool: seldom(order),
  /** The last value is one too many: an unknown course. */
  course: fc.oneof(
    { weight: 6, arbitrary: fc.nat(COURSES.length - 1) },
    { weight: 1, arbitrary: fc.nat(COURSES.length) },
  ),
  /** An address, or a trainee's id, which may be unknown or another customer's. */
  trainee: fc.oneof(fc.record({ email: fc.nat(9) }), fc.record({ id: fc.integer({ min: 1, max: 5 }) })),
});

const generate = fc.record({
  kind: fc.constant('generate' as const),
  actor: seller,
  customer,
  product,
  quantity: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  /** Days from the customer's today; -1 is refused. */
  assignBy: maybe(fc.constantFrom(-1, 0, 20, 20, 20)),
});

const edit = fc.record({
  kind: fc.constant('edit' as const),
  product,
  patterns: fc.uniqueArray(fc.constantFrom(...Object.keys(PATTERNS)), { maxLength: 2 }),
  packSize: fc.integer({ min: 1, max: 2 }),
  duration: maybe(fc.integer({ min: 1, max: 90 })),
  within: maybe(fc.integer({ min: 1, max: 40 })),
});

/** One action. Small numbers refer to the customers, orders and trainees that exist by then. */
export const step = fc.oneof(
  { weight: 12, arbitrary: assign },
  { weight: 4, arbitrary: generate },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), actor: seller, order }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replay' as const), which: fc.nat(20), actor: maybe(actor) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('turn' as const), course: fc.nat(COURSES.length - 1) }) },
  { weight: 2, arbitrary: edit },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('enter' as const), customer }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 1, 11, 24, 480) }),
  },
);

type Value<T> = T extends fc.Arbitrary<infer V> ? V : never;
export type Step = Value<typeof step>;
export type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

/** Initial steps: a few seats for two customers. */
export const opening: Step[] = [
  { kind: 'generate', actor: 3, customer: 0, product: 0, quantity: 3, assignBy: 20 },
  { kind: 'generate', actor: 3, customer: 1, product: 0, quantity: 3, assignBy: undefined },
  { kind: 'generate', actor: 3, customer: 0, product: 1, quantity: 3, assignBy: 20 },
  { kind: 'assign', actor: 1, customer: undefined, pool: undefined, course: 0, trainee: { email: 0 } },
];
