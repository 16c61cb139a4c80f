import { addCoordinator } from '../../../src/features/coordinators/coordinators.sql';
import { generateSeats } from '../../../src/features/orders/generate-seats';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { eachDatabase } from '../../support/databases';
import { calls } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { fill } from '../../support/office';
import { assigns, gus, MORNING, sales, sells } from '../../support/people';

const [STUDENT, TEACHER] = [5, 4];
const CLAIRE = 'claire@northwind.example';
const NOAH = { teamId: 'T000000001', userId: 'U0NOAH00001' };

describe.each(eachDatabase)('coordinators in Moodle, on $name', ({ open }) => {
  let ground: MoodleGround;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 5 });
  });

  afterEach(() => ground?.close());

  const staffOf = (course = 'EXCEL-1') => {
    const people = ground.site.enrolmentsIn(ground.courseId(course));
    const emailOf = (id: number) => ground.site.account(id).email;
    const own = people.filter(({ accountId }) => /northwind|globex/.test(emailOf(accountId)));
    return own.map(({ accountId, roleIds, end, groups }) => ({ email: emailOf(accountId), roleIds, end, groups }));
  };

  it('join their trainee’s course once, with their own role, without an end and in no group', async () => {
    for (let times = 0; times < 2; times += 1) {
      await assigns(ground.db, { enrols: true });
      await ground.settle();
    }
    expect(staffOf()).toEqual([{ email: CLAIRE, roleIds: [TEACHER], end: 0, groups: [] }]);
    expect(ground.mailsTo(CLAIRE, 'welcome')).toHaveLength(1);
  });

  it('stay unchanged when they are already in the course', async () => {
    const account = { username: 'claire', firstname: 'Claire', lastname: 'Coordinator', email: CLAIRE };
    const { id } = ground.site.addAccount(account);
    ground.site.enrolsThemselves(id, ground.courseId('EXCEL-1'), { start: 3, end: 4 });
    await assigns(ground.db, { enrols: true });
    await ground.settle();
    expect(staffOf()).toEqual([{ email: CLAIRE, roleIds: [STUDENT], end: 4, groups: [] }]);
  });

  it('stay trainees with their dates when they assign a seat to themselves', async () => {
    const trainee = { firstName: 'Claire', lastName: 'Coordinator', email: CLAIRE };
    await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    expect(staffOf()).toMatchObject([{ roleIds: [STUDENT], groups: ['B0000000001'] }]);
    expect(staffOf()[0]?.end).toBeGreaterThan(0);
  });

  it('do not join when Slack does not give their address, and no notification is sent', async () => {
    await sells(ground.db, { customer: 'GLOBEX' });
    await assigns(ground.db, { enrols: true, customer: 'GLOBEX' });
    await ground.settle();
    expect(staffOf()).toEqual([]);
    expect(await ground.db('course_staff').pluck('state')).toEqual(['no_email']);
    expect(await ground.db('outbox').where({ kind: 'enrolments.failed' })).toEqual([]);
  });

  it('do not include sales who assign', async () => {
    await assigns(ground.db, { enrols: true, by: sales });
    await ground.settle();
    expect(staffOf()).toEqual([]);
    expect(calls(ground, 'enrol_manual_enrol_users')).toBe(1);
  });

  it('are not enrolled twice when the answer is lost', async () => {
    let lost = 0;
    ground.site.faults.beforeCall('enrol_manual_enrol_users', (params) => {
      if (!JSON.stringify(params).includes(`"roleid":"${TEACHER}"`)) return;
      lost += 1;
      ground.site.faults.loseNext('enrol_manual_enrol_users');
    });
    await assigns(ground.db, { enrols: true });
    await ground.settle();
    expect(lost).toBe(1);
    expect(ground.mailsTo(CLAIRE, 'welcome')).toHaveLength(1);
  });

  describe('when seats of a product with a support course are generated', () => {
    const generates = (customer: string, product = 'HELPED', enrols = true) =>
      generateSeats(
        ground.db,
        { customer, product, quantity: 1, externalReference: undefined, assignBy: undefined },
        sales,
        { now: MORNING, roles: USUAL_ROLES, enrols },
      );

    const supportedBy = (course: string) =>
      fill(ground.db, `products: [{ code: HELPED, name: Helped, customer_support: ${course} }]`);

    it('all join that course as learners at once', async () => {
      await supportedBy('fire');
      for (const one of [NOAH, gus]) await addCoordinator(ground.db, 1, one);
      await generates('ACME');
      await ground.settle();
      const learner = { roleIds: [STUDENT], end: 0, groups: [] };
      const emails = staffOf('FIRE').map(({ email }) => email);
      expect(emails.sort()).toEqual([CLAIRE, 'noah@northwind.example']);
      expect(staffOf('FIRE')).toEqual(emails.map(() => expect.objectContaining(learner)));
      await generates('ACME');
      await ground.settle();
      expect(ground.mailsTo(CLAIRE, 'welcome')).toHaveLength(1);
    });

    it('join that course when the product names it by its Moodle id', async () => {
      await supportedBy(`"${ground.courseId('FIRST-AID')}"`);
      await generates('ACME');
      await ground.settle();
      expect(staffOf('FIRST-AID')).toMatchObject([{ email: CLAIRE, roleIds: [STUDENT] }]);
    });

    it('join no course when it is unknown or Moodle is not connected', async () => {
      await supportedBy('"999"');
      await generates('ACME');
      await supportedBy('FIRE');
      await generates('ACME', 'HELPED', false);
      expect(await ground.db('course_staff')).toEqual([]);
      expect(await ground.waiting()).toBe(0);
    });
  });
});
