import { eachDatabase } from '../../support/databases';
import { standing, toldTo } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, sells } from '../../support/people';

describe.each(eachDatabase)('the notification of a failed enrolment, on $name', ({ open }) => {
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

  it('goes to the coordinator alone when they can fix it', async () => {
    const { seat } = await isSuspended();
    await ground.settle();
    expect(await toldTo(ground, 'claire')).toEqual([expect.stringContaining(seat)]);
    expect(await toldTo(ground, 'sonia')).toEqual([]);
  });

  it('goes to sales alone when the coordinator cannot fix it', async () => {
    const { id, seat } = await assigns(ground.db, { enrols: true });
    ground.site.setsManualEnrolment(ground.courseId('EXCEL-1'), 'disabled');
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ reason: 'course_closed' });
    expect(await toldTo(ground, 'sonia')).toEqual([expect.stringContaining(seat)]);
    expect(await toldTo(ground, 'claire')).toEqual([]);
  });

  it('covers all failures of one moment, with a button for each of the first ten', async () => {
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

  it('is not sent during an outage of Moodle', async () => {
    await assigns(ground.db, { enrols: true });
    ground.site.settings.condition = 'maintenance';
    await ground.turn();
    await ground.turn();
    expect(await toldTo(ground, 'claire')).toEqual([]);
    expect(await toldTo(ground, 'sonia')).toEqual([]);
  });

  it('goes to the coordinators of that customer only', async () => {
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
