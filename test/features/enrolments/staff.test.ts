import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { removeByHand } from '../../../src/features/coordinators/change-coordinator';
import { addCoordinator } from '../../../src/features/coordinators/coordinators.sql';
import { archiveCustomer, restoreCustomer } from '../../../src/features/customers/archive-customer';
import { queueSyncRuns } from '../../../src/features/enrolments/queue-sync-runs';
import { generateSeats } from '../../../src/features/orders/generate-seats';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { lastShown } from '../../support/changes';
import { eachDatabase } from '../../support/databases';
import { calls } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { fill } from '../../support/office';
import { admin, assigns, aTrainee, claire, gus, MORNING, sales, sells } from '../../support/people';
import { at } from '../../support/time';

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

  async function releases(seat: string): Promise<void> {
    await releaseSeat(ground.db, await lastShown(ground.db, seat), sales, MORNING);
    await ground.settle();
  }

  it('join their trainee’s course once, with their own role, without an end and in the group of the order', async () => {
    for (let times = 0; times < 2; times += 1) {
      await assigns(ground.db, { enrols: true });
      await ground.settle();
    }
    expect(staffOf()).toEqual([{ email: CLAIRE, roleIds: [TEACHER], end: 0, groups: ['B0000000001'] }]);
    expect(ground.mailsTo(CLAIRE, 'welcome')).toHaveLength(1);
  });

  it('join and leave the groups of orders as their trainees do', async () => {
    const one = await assigns(ground.db, { enrols: true, pool: 'B0000000001' });
    await sells(ground.db, { quantity: 5 });
    await assigns(ground.db, { enrols: true, pool: 'B0000000002' });
    await ground.settle();
    expect(staffOf()).toMatchObject([{ groups: ['B0000000001', 'B0000000002'] }]);
    await releases(one.seat);
    expect(staffOf()).toMatchObject([{ groups: ['B0000000002'] }]);
    expect(ground.mailsTo(CLAIRE, 'welcome')).toHaveLength(1);
  });

  it('do not enter when the only seat they gave has failed', async () => {
    const trainee = aTrainee();
    const { email } = trainee;
    ground.site.addAccount({ username: 'away', firstname: 'Al', lastname: 'Away', email, suspended: true });
    await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    expect(staffOf()).toEqual([]);
    await assigns(ground.db, { enrols: true });
    await ground.settle();
    expect(staffOf()).toMatchObject([{ email: CLAIRE, roleIds: [TEACHER] }]);
  });

  describe('when they are in a course', () => {
    let seat: string;

    beforeEach(async () => {
      seat = (await assigns(ground.db, { enrols: true })).seat;
      await ground.settle();
      expect(staffOf()).toMatchObject([{ email: CLAIRE, roleIds: [TEACHER] }]);
    });

    const removes = () => removeByHand(ground.db, { customer: 'ACME', person: claire }, sales, MORNING);

    it('leave with their last seat', async () => {
      const other = await assigns(ground.db, { enrols: true });
      await ground.settle();
      await releases(seat);
      expect(staffOf()).toHaveLength(1);
      await releases(other.seat);
      expect(staffOf()).toEqual([]);
    });

    it('leave when they coordinate no more, and their trainees stay', async () => {
      await removes();
      await ground.settle();
      expect(staffOf()).toEqual([]);
      expect(ground.site.enrolmentsIn(ground.courseId('EXCEL-1'))).toHaveLength(1);
      expect(await ground.db('course_staff')).toEqual([]);
    });

    it('leave with their customer, and return with it', async () => {
      await archiveCustomer(ground.db, 'ACME', admin, MORNING);
      await ground.settle();
      expect(staffOf()).toEqual([]);
      await restoreCustomer(ground.db, 'ACME', admin, MORNING);
      await ground.settle();
      expect(staffOf()).toMatchObject([{ roleIds: [TEACHER], groups: ['B0000000001'] }]);
    });

    it('lose only the role when they are also a trainee there', async () => {
      ground.site.enrolsThemselves(ground.accountId(CLAIRE), ground.courseId('EXCEL-1'));
      await removes();
      await ground.settle();
      expect(staffOf().map(({ roleIds, groups }) => ({ roleIds, groups }))).toEqual([
        { roleIds: [STUDENT], groups: [] },
        { roleIds: [STUDENT], groups: [] },
      ]);
    });

    it('leave at night at the latest', async () => {
      await ground.db('coordinators').where({ user_id: claire.userId }).delete();
      await queueSyncRuns(ground.db, at('2026-03-03T02:00:00Z'), 'Europe/Paris');
      await ground.db('outbox').where({ kind: 'moodle.courses' }).delete();
      await ground.settle();
      expect(staffOf()).toEqual([]);
    });

    it('leave when the answer is lost, too', async () => {
      ground.site.faults.loseNext('enrol_manual_unenrol_users');
      await removes();
      await ground.settle();
      expect(staffOf()).toEqual([]);
    });
  });

  it('do not enter where the product keeps them out', async () => {
    await fill(ground.db, 'products: [{ code: QUIET, name: Quiet, courses: [EXCEL-1], supervisor_role: none }]');
    await sells(ground.db, { product: 'QUIET' });
    await assigns(ground.db, { enrols: true, pool: 'B0000000002' });
    await ground.settle();
    expect(staffOf()).toEqual([]);
  });

  it('stay unchanged when they are already in the course', async () => {
    const account = { username: 'claire', firstname: 'Claire', lastname: 'Coordinator', email: CLAIRE };
    const { id } = ground.site.addAccount(account);
    ground.site.enrolsThemselves(id, ground.courseId('EXCEL-1'), { start: 3, end: 4 });
    await assigns(ground.db, { enrols: true });
    await ground.settle();
    const own = [{ email: CLAIRE, roleIds: [STUDENT], end: 4, groups: [] }];
    expect(staffOf()).toEqual(own);
    await removeByHand(ground.db, { customer: 'ACME', person: claire }, sales, MORNING);
    await ground.settle();
    expect(staffOf()).toEqual(own);
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
