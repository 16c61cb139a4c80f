import { Settings } from 'luxon';
import type { Sender } from '../../../../src/outbox/sender';
import { eachDatabase } from '../../../support/databases';
import { Cast, stateOf } from '../../../support/moodle/cast';
import { disagreements } from '../../../support/moodle/disagreements';
import { assembleFor, MoodleGround, senderOf } from '../../../support/moodle/moodle-ground';

const ENROL = 'enrol_manual_enrol_users';
/** Time that a call takes when six run at once. */
const SLOW_MS = 1_000;
const PAST = '2026-01-01T00:00:00.000Z';

describe.each(eachDatabase)('a Moodle that answers too late or not at all, on $name', ({ open }) => {
  let ground: MoodleGround;
  let cast: Cast;
  let impatient: Sender;

  beforeAll(async () => {
    ground = await MoodleGround.open(await open());
    impatient = senderOf(assembleFor(ground.db, ground.workspace, { timeoutMs: 1_500 }));
  });

  beforeEach(async () => {
    cast = await Cast.gather(ground, { quantity: 50 });
  });

  afterEach(() => {
    Settings.now = Date.now;
  });

  afterAll(() => ground?.close());

  /** Frees the concurrency keys, as if calls that may still run in Moodle had ended. */
  const aMinutePasses = () => ground.db('lanes').update({ free_at: PAST });
  const asked = () => ground.site.calls.filter((call) => call.function === ENROL).length;

  it('gets no second request while the first may still run', async () => {
    for (let number = 0; number < 3; number += 1) await cast.assigns();
    let finish = () => {};
    const isFinished = new Promise<void>((done) => {
      const stop = ground.site.faults.beforeCall(ENROL, async () => {
        stop();
        await new Promise<void>((go) => {
          finish = go;
        });
        done();
      });
    });
    await ground.turn(impatient);
    for (let turn = 0; turn < 5; turn += 1) await ground.turn();
    expect(asked()).toBe(0);
    finish();
    await isFinished;
    await aMinutePasses();
    await ground.settle();
    expect(asked()).toBe(1);
    expect(await disagreements(ground)).toEqual([]);
  });

  it('holds up only the trainee whose enrolment breaks it', async () => {
    const people = [await cast.assigns(), await cast.assignsKnown(), await cast.assigns()];
    const unlucky = `"${ground.accountId(people[1]?.trainee.email ?? '')}"`;
    const stop = ground.site.faults.beforeCall(ENROL, (params) => {
      if (JSON.stringify(params).includes(unlucky)) throw new Error('PHP ran out of memory');
    });
    for (let turn = 0; turn < 6; turn += 1) {
      await ground.turn();
      await aMinutePasses();
    }
    expect(await Promise.all(people.map((one) => stateOf(ground, one)))).toEqual(['enrolled', 'enrolling', 'enrolled']);
    stop();
    await ground.settle();
    expect(await disagreements(ground)).toEqual([]);
  });

  it('gets smaller batches when an attempt is too short for large ones', async () => {
    for (let number = 0; number < 45; number += 1) await cast.assigns();
    let passed = 0;
    Settings.now = () => Date.now() + passed;
    const stop = ground.site.faults.beforeCall('*', () => {
      passed += SLOW_MS;
    });
    await ground.settle();
    stop();
    expect(await disagreements(ground)).toEqual([]);
  });
});
