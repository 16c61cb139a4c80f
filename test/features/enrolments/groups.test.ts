import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { eachDatabase } from '../../support/databases';
import { calls, standing } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, claire, coordinator, MORNING, sells } from '../../support/people';

const ORDER = 'B0000000001';
const CLAIRE = 'claire@northwind.example';

describe.each(eachDatabase)('the group of an order, on $name', ({ open }) => {
  let ground: MoodleGround;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 5 });
  });

  afterEach(() => ground?.close());

  /** The trainees in each group: their coordinators join it, too. */
  const groups = (course = 'EXCEL-1') => {
    const idOf = new Map(ground.site.accounts.map(({ id, email }) => [id, email]));
    return ground.site
      .groupsIn(ground.courseId(course))
      .map(({ name, members }) => [name, members.map((id) => idOf.get(id)).filter((email) => email !== CLAIRE)]);
  };

  async function enrols(...people: { firstName: string; lastName: string; email: string }[]) {
    const assigned = [];
    for (const trainee of people) assigned.push(await assigns(ground.db, { enrols: true, trainee }));
    await ground.settle();
    return assigned;
  }

  it('is created once for many trainees and holds only them', async () => {
    const [first, second, third] = [aTrainee(), aTrainee(), aTrainee()];
    await enrols(first, second);
    await enrols(third);
    expect(groups()).toEqual([[ORDER, [first.email, second.email, third.email]]]);
    expect(calls(ground, 'core_group_create_groups')).toBe(1);
  });

  it('is reused when it already exists', async () => {
    ground.site.addGroup({ courseId: ground.courseId('EXCEL-1'), name: ORDER });
    const trainee = aTrainee();
    await enrols(trainee);
    expect(groups()).toEqual([[ORDER, [trainee.email]]]);
  });

  it('is created once when the answer was lost', async () => {
    ground.site.faults.loseNext('core_group_create_groups');
    const trainee = aTrainee();
    await enrols(trainee);
    expect(groups()).toEqual([[ORDER, [trainee.email]]]);
  });

  it('is created again after its deletion in Moodle', async () => {
    await enrols(aTrainee());
    ground.site.records.groups = [];
    const trainee = aTrainee();
    await enrols(trainee);
    expect(groups()).toEqual([[ORDER, [trainee.email]]]);
    const [group] = ground.site.groupsIn(ground.courseId('EXCEL-1'));
    expect(group?.members).toContain(ground.accountId(CLAIRE));
  });

  it('is separate for each order of a course and for each course of an order', async () => {
    const [own, elsewhere, other] = [aTrainee(), aTrainee(), aTrainee()];
    await sells(ground.db, { quantity: 1 });
    await enrols(own);
    await assigns(ground.db, { enrols: true, trainee: elsewhere, course: 'EXCEL-2', pool: ORDER });
    await assigns(ground.db, { enrols: true, trainee: other, pool: 'B0000000002' });
    await ground.settle();
    expect(groups()).toEqual([
      [ORDER, [own.email]],
      ['B0000000002', [other.email]],
    ]);
    expect(groups('EXCEL-2')).toEqual([[ORDER, [elsewhere.email]]]);
  });

  it('does not block a release after its deletion in Moodle', async () => {
    const trainee = aTrainee();
    const [assigned] = await enrols(trainee);
    ground.site.enrolsThemselves(ground.accountId(trainee.email), ground.courseId('EXCEL-1'));
    ground.site.records.groups = [];
    await releaseSeat(ground.db, { id: assigned?.id ?? 0 }, await coordinator(ground.db, claire), MORNING);
    await ground.settle();
    expect(await standing(ground.db, assigned?.id ?? 0)).toMatchObject({ state: 'released' });
  });
});
