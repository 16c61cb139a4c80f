import fc from 'fast-check';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { violations } from '../support/model/invariants';
import { type Office, openOffice } from '../support/office';
import { MORNING } from '../support/people';
import { chosenSeed } from '../support/random';
import { scope } from '../support/scope';
import { allIsSaid } from '../support/tables';
import type { Draw } from '../support/walk/hostile-values';
import { Walker } from '../support/walk/walker';
import { Watch } from '../support/walk/watch';

const RUNS = scope(1, 4);
const STEPS = 250;
/** A fixed seed ties a failure to the change that caused it; TEST_SEED sets another. */
const SEED = chosenSeed ?? 20_261_126;

const number = () => fc.noBias(fc.nat());

describe.each(screenDatabases)('people who press and type at random, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let walker: Walker;

  beforeAll(async () => {
    database = await open();
    const watch = new Watch();
    office = await openOffice(database.db, { log: watch.log, spacingMs: 1 });
    office.workspace.clock.moveTo(MORNING);
    walker = new Walker(database.db, office, watch);
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  it('see no failure and break no invariant', async () => {
    const property = fc.asyncProperty(fc.gen(), async (gen) => {
      const draw: Draw = (values) => values[gen(number) % values.length] as (typeof values)[number];
      walker.waits(draw([0, 1, 7, 45]));
      for (let done = 0; done < STEPS; ) done += await walker.steps(draw);
      await allIsSaid(database.db);
      expect(await violations(database.db)).toEqual([]);
    });
    // Each run continues from the previous one, so shrinking is impossible.
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true, seed: SEED });
    // A walk that never leaves the entry points proves little.
    expect(Object.keys(walker.did).length).toBeGreaterThan(15);
    if (process.env.WALK_TOLD) console.log(SEED, walker.did, walker.watch.late);
  }, 300_000);
});
