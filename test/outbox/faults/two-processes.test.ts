import fc from 'fast-check';
import { runBundled } from '../../support/bundle';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { Ground } from '../../support/faults/ground';
import { lossMishap, planned, rateLimit, slowness } from '../../support/faults/mishaps';
import { playAll, schedules } from '../../support/faults/schedules';
import { settle } from '../../support/faults/settle';
import { complaints } from '../../support/faults/verdict';
import { localWorker, WorkerProcess } from '../../support/faults/workers';
import { chosenSeed } from '../../support/random';

/**
 * Always the same schedules: among others there are some after which a board once stayed wrong on PostgreSQL, since
 * answers were lost. TEST_SEED goes another way.
 */
const SEED = chosenSeed ?? 20_261_129;

const mishap = planned(fc.oneof(lossMishap, rateLimit, { weight: 2, arbitrary: slowness }));

describe.each(eachDatabase)('two senders on one outbox, on $name', ({ open }) => {
  let database: TestDatabase;
  let ground: Ground;
  let other: WorkerProcess;

  beforeAll(async () => {
    database = await open();
    ground = await Ground.open(database);
    other = new WorkerProcess(await runBundled('test/support/faults/sender-program.ts'), ground.places);
  });

  afterAll(async () => {
    await other?.stop();
    await ground?.close();
    await database?.close();
  });

  it('send everything once between them', async () => {
    const { db, line } = ground;
    await playAll(
      schedules(mishap, { atLeast: 0 }),
      async (schedule) => {
        await ground.begin(schedule);
        await other.begin();
        await settle(ground, [localWorker(db, line.apiUrl), other], schedule.happenings);
        expect(await complaints(ground, line.refused)).toEqual([]);
      },
      { seed: SEED },
    );
  }, 900_000);
});
