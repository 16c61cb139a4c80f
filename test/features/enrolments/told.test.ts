import { eachDatabase } from '../../support/databases';
import { standing, toldTo } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, sells } from '../../support/people';

describe.each(eachDatabase)('who is told that an enrolment failed, on $name', ({ open }) => {
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

  it('is the coordinator alone where they can do something about it', async () => {
    const { seat } = await isSuspended();
    await ground.settle();
    expect(await toldTo(ground, 'claire')).toEqual([expect.stringContaining(seat)]);
    expect(await toldTo(ground, 'sonia')).toEqual([]);
  });

  it('is sales alone where they cannot', async () => {
    const { id, seat } = await assigns(ground.db, { enrols: true });
    ground.site.setsManualEnrolment(ground.courseId('EXCEL-1'), 'disabled');
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ reason: 'course_closed' });
    expect(await toldTo(ground, 'sonia')).toEqual([expect.stringContaining(seat)]);
    expect(await toldTo(ground, 'claire')).toEqual([]);
  });

  it('gets one message however many failed in one moment, and the way to each of the first ten', async () => {
    for (let times = 0; times < 12; times += 1) await isSuspended();
    const slow = ground.parts.sender;
    const stop = ground.site.faults.beforeAnswer('*', () => slow.round());
    await ground.settle();
    stop();
    const [told = '', ...more] = await toldTo(ground, 'claire');
    expect(more).toEqual([]);
    expect(told).toContain('12 ');
    expect(told.match(/"action_id":"open_seat"/g)).toHaveLength(10);
  });

  it('is nobody while Moodle itself is in the way', async () => {
    await assigns(ground.db, { enrols: true });
    ground.site.settings.condition = 'maintenance';
    await ground.turn();
    await ground.turn();
    expect(await toldTo(ground, 'claire')).toEqual([]);
    expect(await toldTo(ground, 'sonia')).toEqual([]);
  });

  it('is whoever coordinates that customer, and nobody else’s', async () => {
    await sells(ground.db, { customer: 'GLOBEX' });
    const { seat } = await isSuspended();
    const { email } = aTrainee();
    ground.site.addAccount({ username: email, firstname: 'A', lastname: 'B', email, suspended: true });
    const other = await assigns(ground.db, {
      enrols: true,
      customer: 'GLOBEX',
      trainee: { firstName: 'Al', lastName: 'Ice', email },
    });
    await ground.settle();
    expect(await toldTo(ground, 'claire')).toEqual([expect.stringContaining(seat)]);
    expect(await toldTo(ground, 'gus')).toEqual([expect.stringContaining(other.seat)]);
  });
});
