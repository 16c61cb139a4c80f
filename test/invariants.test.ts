import fc from 'fast-check';
import { toInstant } from '../src/core/time';
import { parseWhose, refreshHomes } from '../src/features/home/home-changed.messages';
import { onOrderChanged } from '../src/features/orders/order-changed.messages';
import { eachDatabase } from './support/databases';
import { standings, stockKept, violations } from './support/model/invariants';
import { live } from './support/model/live';
import { opening, type Step, step } from './support/model/steps';
import { World } from './support/model/world';
import { scope } from './support/scope';
import { checksum, count } from './support/tables';

const RUNS = scope(5, 30);
const STEPS = { minLength: 30, maxLength: 30 };

describe.each(eachDatabase)('any actions of people in any order, on $name', ({ open }) => {
  it('keep every invariant after every step', async () => {
    const outcomes = { done: 0, refused: 0, nothing: 0 };
    const property = fc.asyncProperty(fc.array(step, STEPS), async (steps) => {
      const database = await open();
      try {
        const world = new World(database.db);
        await world.prepare();
        let before = await checksum(database.db);
        for (const one of [...opening, ...steps]) {
          const expected = await liveAndCheck(world, one, before);
          outcomes[expected] += 1;
          before = await checksum(database.db);
        }
        await followAll(world);
        expect(await stockKept(database.db)).toEqual(world.model.stock());
      } finally {
        await database.close();
      }
    });
    await fc.assert(property, { numRuns: RUNS });
    // A test in which nothing succeeds, or nothing is refused, would prove little.
    expect(Math.min(outcomes.done, outcomes.refused, outcomes.nothing)).toBeGreaterThan(RUNS);
  }, 900_000);
});

/** Applies the queued messages that update the customers' counts of remaining seats. */
async function followAll({ db, model }: World): Promise<void> {
  const entries = await db('outbox').whereIn('kind', ['order.changed', 'homes.changed']).orderBy('id');
  for (const { kind, subject } of entries) {
    if (kind === 'order.changed') await onOrderChanged(db, subject, model.now);
    else await db.transaction((tx) => refreshHomes(tx, parseWhose(subject), toInstant(model.now)));
  }
}

async function liveAndCheck(world: World, one: Step, before: string) {
  const { db, model } = world;
  const { expected, outcome } = await live(world, one);
  expect({ one, refused: 'refused' in outcome }).toEqual({ one, refused: expected === 'refused' });
  if (expected === 'done') expect(await checksum(db)).not.toBe(before);
  else expect({ one, after: await checksum(db) }).toEqual({ one, after: before });
  expect({ one, violations: await violations(db) }).toEqual({ one, violations: [] });
  expect({ one, standings: await standings(db) }).toEqual({ one, standings: model.standings() });
  expect(await count(db, 'ledger')).toBe(model.ledger);
  expect(await count(db, 'outbox')).toBe(model.outbox.size);
  return expected;
}
