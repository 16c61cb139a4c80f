import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { openSeatCard } from '../../../src/features/assignments/seat-card';
import { addCoordinator, removeCoordinator, saveLimits } from '../../../src/features/coordinators/coordinators.sql';
import { eachDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { toldTo } from '../../support/moodle/enrolment-facts';
import { isDueAtOnce, MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, claire, gus as colleague, coordinator, MORNING, sales, sells } from '../../support/people';

const ACME = 1;

describe.each(eachDatabase)('a notification for a coordinator who was removed meanwhile, on $name', ({ open }) => {
  let ground: MoodleGround;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 20 });
  });

  afterEach(() => ground?.close());

  async function isSuspended() {
    const trainee = aTrainee();
    const { email } = trainee;
    ground.site.addAccount({ username: email, firstname: 'A', lastname: 'B', email, suspended: true });
    return assigns(ground.db, { enrols: true, trainee });
  }

  const goes = () => removeCoordinator(ground.db, ACME, claire);
  const productOf = async (code: string) => (await found(ground.db('products').where({ code }).first())).id;
  const isLimited = async (who: typeof claire, code: string) =>
    saveLimits(ground.db, ACME, who, { products: [await productOf(code)], quota: undefined });

  it('goes to a colleague instead when an enrolment failed', async () => {
    await addCoordinator(ground.db, ACME, colleague);
    const { seat } = await isSuspended();
    await ground.settle();
    await goes();
    expect(await toldTo(ground, 'claire')).toEqual([]);
    expect(await toldTo(ground, 'gus')).toEqual([expect.stringContaining(seat)]);
    expect(await toldTo(ground, 'sonia')).toEqual([]);
  });

  it('goes to sales when no other coordinator may see the seat', async () => {
    await addCoordinator(ground.db, ACME, colleague);
    await isLimited(colleague, 'ENGLISH-SEAT');
    const { seat } = await isSuspended();
    await ground.settle();
    await goes();
    expect(await toldTo(ground, 'claire')).toEqual([]);
    expect(await toldTo(ground, 'gus')).toEqual([]);
    expect(await toldTo(ground, 'sonia')).toEqual([expect.stringContaining(seat)]);
  });

  it('goes to sales when the coordinator is limited to other products, and still reaches them for those', async () => {
    const { seat } = await isSuspended();
    await sells(ground.db, { product: 'ANY-SEAT' });
    const trainee = aTrainee();
    const { email } = trainee;
    ground.site.addAccount({ username: email, firstname: 'A', lastname: 'B', email, suspended: true });
    const other = await assigns(ground.db, { enrols: true, trainee, pool: 'B0000000002' });
    await isLimited(claire, 'ANY-SEAT');
    await ground.settle();
    const told = (await toldTo(ground, 'claire')).join();
    expect(told).toContain(other.seat);
    expect(told).not.toContain(seat);
    const instead = (await toldTo(ground, 'sonia')).join();
    expect(instead).toContain(seat);
    expect(instead).not.toContain(other.seat);
  });

  it('goes to sales instead when the trainee was already in the course', async () => {
    const trainee = aTrainee();
    const { email } = trainee;
    const { id } = ground.site.addAccount({ username: email, firstname: 'A', lastname: 'B', email });
    ground.site.enrolsThemselves(id, ground.courseId('EXCEL-1'));
    const { seat } = await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    await goes();
    expect(await toldTo(ground, 'claire')).toEqual([]);
    expect(await toldTo(ground, 'sonia')).toEqual([expect.stringContaining(seat)]);
  });

  it('goes to a colleague instead when a release is refused', async () => {
    const trainee = aTrainee();
    const { id, seat } = await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    ground.site.opensCourse(ground.accountId(trainee.email), ground.courseId('EXCEL-1'));
    await releaseSeat(ground.db, { id }, await coordinator(ground.db, claire), MORNING);
    await addCoordinator(ground.db, ACME, colleague);
    await ground.settle();
    await goes();
    expect(await toldTo(ground, 'claire')).toEqual([]);
    expect(await toldTo(ground, 'gus')).toEqual([expect.stringContaining(seat)]);
  });

  it('leaves no open view for them, only for others; closed modals are forgotten', async () => {
    const { id, seat } = await assigns(ground.db, { enrols: true });
    await openSeatCard(ground.db, seat, sales, MORNING);
    const shown = () => ground.db('displays').where({ assignment_id: id }).whereNotNull('shown_as').pluck('user_id');
    expect((await shown()).sort()).toEqual([claire.userId, sales.userId].sort());
    await goes();
    await ground.db('displays').update({ shown_at: '2020-01-01T00:00:00.000Z' });
    await ground.settle();
    const waiting = () => ground.db('outbox').where({ kind: 'assignment.refresh' }).whereNot({ state: 'sent' }).first();
    while (await waiting()) {
      await isDueAtOnce(ground.db, 'slack');
      await ground.parts.sender.round();
      await ground.parts.sender.drain();
    }
    expect(await shown()).toEqual([]);
    expect(await ground.db('displays').where({ assignment_id: id }).pluck('user_id')).toEqual([sales.userId]);
  });
});
