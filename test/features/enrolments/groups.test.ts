import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { eachDatabase } from '../../support/databases';
import { calls, standing } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, claire, coordinator, MORNING, sells } from '../../support/people';

const ORDER = 'B0000000001';

describe.each(eachDatabase)('the group of an order, on $name', ({ open }) => {
  let ground: MoodleGround;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 5 });
  });

  afterEach(() => ground?.close());

  const groups = (course = 'EXCEL-1') => {
    const idOf = new Map(ground.site.accounts.map(({ id, email }) => [id, email]));
    return ground.site
      .groupsIn(ground.courseId(course))
      .map(({ name, members }) => [name, members.map((id) => idOf.get(id))]);
  };

  async function enrols(...people: { firstName: string; lastName: string; email: string }[]) {
    const assigned = [];
    for (const trainee of people) assigned.push(await assigns(ground.db, { enrols: true, trainee }));
    await ground.settle();
    return assigned;
  }

  it('is made once for many, and has its trainees and nobody else', async () => {
    const [first, second, third] = [aTrainee(), aTrainee(), aTrainee()];
    await enrols(first, second);
    await enrols(third);
    expect(groups()).toEqual([[ORDER, [first.email, second.email, third.email]]]);
    expect(calls(ground, 'core_group_create_groups')).toBe(1);
  });

  it('is found when it was made before, and not made twice', async () => {
    ground.site.addGroup({ courseId: ground.courseId('EXCEL-1'), name: ORDER });
    const trainee = aTrainee();
    await enrols(trainee);
    expect(groups()).toEqual([[ORDER, [trainee.email]]]);
  });

  it('is made once when the answer to making it was lost', async () => {
    ground.site.faults.loseNext('core_group_create_groups');
    const trainee = aTrainee();
    await enrols(trainee);
    expect(groups()).toEqual([[ORDER, [trainee.email]]]);
  });

  it('is made anew when somebody deleted it', async () => {
    await enrols(aTrainee());
    ground.site.records.groups = [];
    const trainee = aTrainee();
    await enrols(trainee);
    expect(groups()).toEqual([[ORDER, [trainee.email]]]);
  });

  it('is one for each order of a course, and one for each course of an order', async () => {
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

  it('does not keep a seat from coming back when somebody deleted it', async () => {
    const trainee = aTrainee();
    const [assigned] = await enrols(trainee);
    ground.site.enrolsThemselves(ground.accountId(trainee.email), ground.courseId('EXCEL-1'));
    ground.site.records.groups = [];
    await releaseSeat(ground.db, assigned?.seat ?? '', await coordinator(ground.db, claire), MORNING);
    await ground.settle();
    expect(await standing(ground.db, assigned?.id ?? 0)).toMatchObject({ state: 'released' });
  });
});
