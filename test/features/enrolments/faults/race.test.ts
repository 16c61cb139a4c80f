import type { Database } from '../../../../src/database/database';
import type { Sender } from '../../../../src/outbox/sender';
import { openProductDatabase } from '../../../../src/product-database';
import { eachDatabase } from '../../../support/databases';
import { Cast, stateOf } from '../../../support/moodle/cast';
import { disagreements } from '../../../support/moodle/disagreements';
import { assembleFor, isDueAtOnce, MoodleGround, senderOf } from '../../../support/moodle/moodle-ground';
import { aTrainee } from '../../../support/people';

const CREATE = 'core_user_create_users';
const ENROL = 'enrol_manual_enrol_users';

describe.each(eachDatabase)('two processes that enrol, on $name', ({ open }) => {
  let ground: MoodleGround;
  let otherDb: Database;
  let senders: [Sender, Sender];

  beforeAll(async () => {
    ground = await MoodleGround.open(await open());
    otherDb = openProductDatabase(ground.database.url);
    senders = [ground.sender, senderOf(assembleFor(otherDb, ground.workspace))];
  });

  afterAll(async () => {
    await otherDb?.destroy();
    await ground?.close();
  });

  afterEach(async () => {
    expect(await disagreements(ground)).toEqual([]);
  });

  /** Each sender starts on one request. Account creation blocks until both have reached it. */
  async function race(...asks: [() => Promise<unknown>, () => Promise<unknown>]): Promise<void> {
    const stop = ground.site.faults.beforeCall(CREATE, inPairs());
    for (const [index, ask] of asks.entries()) {
      await ask();
      await senders[index]?.round();
    }
    await drain();
    stop();
    await settle();
  }

  const drain = () => Promise.all(senders.map((sender) => sender.drain()));

  async function settle(): Promise<void> {
    while ((await ground.waiting()) > 0) {
      await isDueAtOnce(ground.db, 'moodle');
      await Promise.all(senders.map((sender) => sender.round()));
      await drain();
    }
  }

  it('create one account for a new trainee in two courses', async () => {
    const cast = await Cast.gather(ground);
    const trainee = aTrainee();
    await race(
      () => cast.assigns(trainee, 'EXCEL-1'),
      () => cast.assigns(trainee, 'EXCEL-2'),
    );
    expect(made(trainee.email)).toBe(2);
  });

  it('create one account for a new trainee among others', async () => {
    const cast = await Cast.gather(ground);
    const trainee = aTrainee();
    const several = (shortname: string) => async () => {
      for (const one of [aTrainee(), trainee, aTrainee()]) await cast.assigns(one, shortname);
    };
    await race(several('EXCEL-1'), several('EXCEL-2'));
    expect(made(trainee.email)).toBeGreaterThan(1);
  });

  it('create one account for a new trainee of two customers', async () => {
    const [acme, globex] = [await Cast.gather(ground), await Cast.gather(ground, { customer: 'GLOBEX' })];
    const trainee = aTrainee();
    await race(
      () => acme.assigns(trainee, 'EXCEL-1'),
      () => globex.assigns(trainee, 'EXCEL-2'),
    );
    expect(made(trainee.email)).toBe(2);
  });

  it('enrol a trainee of two customers in one course once, and free the other seat', async () => {
    const [acme, globex] = [await Cast.gather(ground), await Cast.gather(ground, { customer: 'GLOBEX' })];
    const trainee = aTrainee();
    const seats = [await acme.assigns(trainee), await globex.assigns(trainee)];
    await settle();
    expect(await Promise.all(seats.map((seat) => stateOf(ground, seat)))).toEqual(['enrolled', 'released']);
    expect(ground.mailsTo(trainee.email, 'welcome')).toHaveLength(1);
  });

  it('never work on one course at the same time', async () => {
    const cast = await Cast.gather(ground);
    await cast.assigns();
    const [one, other] = senders;
    const meanwhile: number[] = [];
    const stop = ground.site.faults.beforeCall(ENROL, async () => {
      stop();
      await cast.assigns();
      const before = ground.site.calls.length;
      await other.round();
      await other.drain();
      meanwhile.push(ground.site.calls.length - before);
    });
    await one.round();
    await drain();
    expect(meanwhile).toEqual([0]);
    await settle();
  });

  it('never send a trainee two welcome emails', async () => {
    const cast = await Cast.gather(ground);
    for (let number = 0; number < 8; number += 1) {
      await cast.assigns(aTrainee(), number % 2 === 0 ? 'EXCEL-1' : 'EXCEL-2');
      await Promise.all(senders.map((sender) => sender.round()));
    }
    await drain();
    await settle();
  });

  /** Number of calls that ask for an account with that address. */
  function made(email: string): number {
    const { calls } = ground.site;
    return calls.filter((call) => call.function === CREATE && JSON.stringify(call.params).includes(email)).length;
  }
});

/** The first caller waits for the second; later callers pass. */
function inPairs(): () => Promise<void> {
  let first: (() => void) | undefined;
  let isOver = false;
  return async () => {
    if (isOver) return;
    if (!first) return new Promise((go) => (first = go));
    isOver = true;
    first();
  };
}
