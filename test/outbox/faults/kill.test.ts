import fc from 'fast-check';
import { runBundled } from '../../support/bundle';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { Ground } from '../../support/faults/ground';
import { Line } from '../../support/faults/line';
import { lookMethod, lossMishap, planned } from '../../support/faults/mishaps';
import { playAll, schedules } from '../../support/faults/schedules';
import { settle } from '../../support/faults/settle';
import { complaints } from '../../support/faults/verdict';
import { localWorker, WorkerProcess } from '../../support/faults/workers';
import { IS_WHOLE } from '../../support/scope';

/** Approximate number of steps that a sender takes at the start, and for each event. */
const STEPS = { first: 100, each: 60 };

/** These faults hit the sender that looks for the last message of the killed one. */
const plan = fc.record({ schedule: schedules(planned(lossMishap, lookMethod), { atLeast: 0 }), share: fc.nat(999) });

describe.each(eachDatabase)('a sender killed between any two of its steps, on $name', ({ open }) => {
  let database: TestDatabase;
  let ground: Ground;
  let lastLine: Line;
  let next: WorkerProcess;
  let breed: () => WorkerProcess;

  beforeAll(async () => {
    database = await open();
    ground = await Ground.open(database);
    lastLine = await Line.open(ground.clock);
    const program = await runBundled('test/support/faults/sender-program.ts');
    breed = () => new WorkerProcess(program, ground.places);
    next = breed();
  });

  afterAll(async () => {
    await next?.stop();
    lastLine?.close();
    await ground?.close();
    await database?.close();
  });

  it('leaves everything to the next sender, and each message is sent once', async () => {
    const deaths: string[] = [];
    const runs = await playAll(plan, async ({ schedule: { happenings, mishaps }, share }) => {
      const victim = next;
      next = breed();
      await ground.begin({ happenings, mishaps: [] });
      ground.lead(lastLine, mishaps);
      await victim.begin(1 + Math.floor((share / 1_000) * (STEPS.first + STEPS.each * happenings.length)));
      const left = await settle(ground, [victim], happenings);
      await victim.stop();
      await ground.line.isQuiet();
      await settle(ground, [localWorker(ground.db, lastLine.apiUrl)], left);
      deaths.push(victim.diedAt);
      expect({ diedAt: victim.diedAt, complaints: await complaints(ground, lastLine.refused) }).toEqual({
        diedAt: victim.diedAt,
        complaints: [],
      });
    });
    if (!IS_WHOLE) return;
    expect(deaths.filter(Boolean).length).toBeGreaterThan(runs * 0.8);
    // The deaths include the steps that matter, so none of them is untested.
    for (const step of [/BEGIN/, /COMMIT/, /update .outbox/, /select .*outbox/, /chat\.postMessage/]) {
      expect(deaths.filter((death) => step.test(death)).length).toBeGreaterThan(0);
    }
  }, 900_000);
});
