import { saveLimits } from '../../../src/features/coordinators/coordinators.sql';
import { putEnrolment } from '../../../src/playground/moodle/membership';
import { eachDatabase } from '../../support/databases';
import { actionsOf, calls, standing, stock, toldTo } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, claire, sells } from '../../support/people';

const STUDENT = 5;

describe.each(eachDatabase)('a trainee who is already in the course, on $name', ({ open }) => {
  let ground: MoodleGround;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 3 });
  });

  afterEach(() => ground?.close());

  function hasAccount({ email }: { email: string }): number {
    return ground.site.addAccount({ username: email, firstname: 'Alice', lastname: 'Here', email }).id;
  }

  it('keeps their enrolment; the seat is freed and the coordinator notified', async () => {
    const trainee = aTrainee();
    ground.site.enrolsThemselves(hasAccount(trainee), ground.courseId('EXCEL-1'));
    const before = structuredClone(ground.site.records);
    const { id, seat } = await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    expect(await standing(ground.db, id)).toEqual({ state: 'released', reason: undefined });
    expect(await stock(ground.db)).toEqual({ unassigned: 3, assigned: 0, generated: 3 });
    expect(await actionsOf(ground.db, seat)).toEqual(['seat.assigned', 'seat.given_back']);
    const [told = '', ...more] = await toldTo(ground, 'claire');
    expect(told).toContain(seat);
    expect(more).toEqual([]);
    expect(await toldTo(ground, 'sonia')).toEqual([]);
    // Only the coordinator's own enrolment is new.
    const mine = ({ accountId }: { accountId: number }) => accountId === ground.accountId(trainee.email);
    expect(ground.site.records.enrolments.filter(mine)).toEqual(before.enrolments);
    expect(ground.site.records.groups).toEqual([]);
    expect(ground.mailsTo(trainee.email, 'welcome')).toEqual([]);
  });

  it('keeps the dates that a teacher set by hand', async () => {
    const trainee = aTrainee();
    const accountId = hasAccount(trainee);
    const byHand = { courseId: ground.courseId('EXCEL-1'), accountId, method: 'manual' as const };
    ground.site.records.enrolments.push({ ...byHand, start: 11, end: 22, suspended: false });
    ground.site.records.roles.push({ courseId: byHand.courseId, accountId, roleId: STUDENT });
    await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    expect(ground.enrolmentOf(trainee.email, 'EXCEL-1')).toMatchObject({ start: 11, end: 22, groups: [] });
    expect(await stock(ground.db)).toMatchObject({ assigned: 0 });
  });

  it('uses no quota and can get the next course', async () => {
    await saveLimits(ground.db, 1, claire, { products: [], quota: 1 });
    const trainee = aTrainee();
    ground.site.enrolsThemselves(hasAccount(trainee), ground.courseId('EXCEL-1'));
    await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    const { id } = await assigns(ground.db, { enrols: true, trainee, course: 'EXCEL-2' });
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'enrolled' });
    expect(ground.enrolmentOf(trainee.email, 'EXCEL-2')).toMatchObject({ groups: ['B0000000001'] });
  });

  it.each(['at once', 'one after the other'])('is enrolled for one of two customers who assign %s', async (when) => {
    await sells(ground.db, { customer: 'GLOBEX', quantity: 1 });
    const trainee = aTrainee();
    const first = await assigns(ground.db, { enrols: true, trainee });
    if (when !== 'at once') await ground.settle();
    const second = await assigns(ground.db, { enrols: true, trainee, customer: 'GLOBEX' });
    await ground.settle();
    expect(await standing(ground.db, first.id)).toMatchObject({ state: 'enrolled' });
    expect(await standing(ground.db, second.id)).toMatchObject({ state: 'released' });
    expect(ground.enrolmentOf(trainee.email, 'EXCEL-1')).toMatchObject({ groups: ['B0000000001'] });
    expect(ground.mailsTo(trainee.email, 'welcome')).toHaveLength(1);
    expect(await toldTo(ground, 'gus')).toHaveLength(1);
    expect(await toldTo(ground, 'claire')).toEqual([]);
  });

  it('is enrolled for the second of two customers when the first releases the seat before', async () => {
    await sells(ground.db, { customer: 'GLOBEX', quantity: 1 });
    const trainee = aTrainee();
    const first = await assigns(ground.db, { enrols: true, trainee });
    const second = await assigns(ground.db, { enrols: true, trainee, customer: 'GLOBEX' });
    await ground.db('enrolments').where({ assignment_id: first.id }).update({ state: 'releasing' });
    await ground.settle();
    expect(await standing(ground.db, second.id)).toMatchObject({ state: 'enrolled' });
    expect(ground.enrolmentOf(trainee.email, 'EXCEL-1')).toMatchObject({ groups: ['B0000000002'] });
    expect(calls(ground, 'enrol_manual_unenrol_users')).toBe(0);
  });

  it.each([
    [
      'may not give the role',
      () => ground.site.settings.assignableRoles.delete(5),
      () => ground.site.settings.assignableRoles.add(5),
    ],
    ['in maintenance mode', () => maintained('maintenance'), () => maintained('up')],
  ])('keeps an enrolment made by hand while the service %s', async (_why, breakIt, mendIt) => {
    const trainee = aTrainee();
    const accountId = hasAccount(trainee);
    const { id } = await assigns(ground.db, { enrols: true, trainee, course: 'EXCEL-3' });
    const stop = ground.site.faults.beforeCall('enrol_manual_enrol_users', breakIt);
    await ground.turn();
    stop();
    const courseId = ground.courseId('EXCEL-3');
    putEnrolment(ground.site.records, { courseId, accountId, method: 'manual', start: 1, end: 0, suspended: false }, 5);
    mendIt();
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'released' });
    expect(ground.enrolmentOf(trainee.email, 'EXCEL-3')).toMatchObject({ start: 1, end: 0 });
  });

  function maintained(condition: 'up' | 'maintenance'): void {
    ground.site.settings.condition = condition;
  }
});
