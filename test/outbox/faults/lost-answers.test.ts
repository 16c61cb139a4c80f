import fc from 'fast-check';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { Ground } from '../../support/faults/ground';
import { lossMishap, planned, postMethod, refusal } from '../../support/faults/mishaps';
import { playAll, schedules } from '../../support/faults/schedules';
import { settle } from '../../support/faults/settle';
import { complaints } from '../../support/faults/verdict';
import { localWorker } from '../../support/faults/workers';

const mishap = fc.oneof(
  { weight: 15, arbitrary: planned(lossMishap) },
  { weight: 1, arbitrary: planned(refusal, postMethod) },
);

describe.each(eachDatabase)('a sender whose calls and answers get lost, on $name', ({ open }) => {
  let database: TestDatabase;
  let ground: Ground;

  beforeAll(async () => {
    database = await open();
    ground = await Ground.open(database);
  });

  afterAll(async () => {
    await ground?.close();
    await database?.close();
  });

  it('sends everything once', async () => {
    const { db, line } = ground;
    const runs = await playAll(schedules(mishap), async (schedule) => {
      await ground.begin(schedule);
      await settle(ground, [localWorker(db, line.apiUrl)], schedule.happenings);
      expect(await complaints(ground, line.refused)).toEqual([]);
    });
    expect(line.struck).toBeGreaterThan(runs);
  }, 900_000);
});
