import { eachDatabase, type TestDatabase } from '../../support/databases';
import { Ground } from '../../support/faults/ground';
import { planned, rateLimit } from '../../support/faults/mishaps';
import { playAll, schedules } from '../../support/faults/schedules';
import { settle } from '../../support/faults/settle';
import { complaints } from '../../support/faults/verdict';
import { localWorker } from '../../support/faults/workers';

describe.each(eachDatabase)('a sender that Slack asks to slow down, on $name', ({ open }) => {
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

  it('waits as long as Slack asks, and sends everything once', async () => {
    const { db, line } = ground;
    const runs = await playAll(schedules(planned(rateLimit)), async (schedule) => {
      await ground.begin(schedule);
      await settle(ground, [localWorker(db, line.apiUrl)], schedule.happenings);
      expect(await complaints(ground, line.refused)).toEqual([]);
      expect(line.impatient).toEqual([]);
    });
    expect(line.struck).toBeGreaterThan(runs);
  }, 900_000);
});
