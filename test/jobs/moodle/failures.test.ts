import type { FailureReason } from '../../../src/domain/enrolment';
import { usernameFor } from '../../../src/integrations/moodle/username';
import { changeAssignment } from '../../../src/services/change-assignment';
import { releaseSeat } from '../../../src/services/release-seat';
import { retryEnrolment } from '../../../src/services/retry-enrolment';
import { eachDatabase } from '../../support/databases';
import { actionsOf, standing, stock } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, claire, coordinator, MORNING, sells } from '../../support/people';

type Trainee = ReturnType<typeof aTrainee>;

/** How each comes about, before or after the trainee was enrolled, and how it is put right. */
interface Cause {
  reason: FailureReason;
  first?: (ground: MoodleGround, trainee: Trainee) => void;
  later?: (ground: MoodleGround, trainee: Trainee) => void;
  cure?: (ground: MoodleGround, trainee: Trainee) => void;
}

const course = (ground: MoodleGround) => ground.courseId('EXCEL-1');
const accountOf = ({ site }: MoodleGround, address: string) => site.accounts.find(({ email }) => email === address);

const CAUSES: Cause[] = [
  {
    reason: 'account_suspended',
    first: ({ site }, { email }) =>
      site.addAccount({ username: email, firstname: 'A', lastname: 'B', email, suspended: true }),
    cure: (ground, { email }) => Object.assign(accountOf(ground, email) ?? {}, { suspended: false }),
  },
  {
    reason: 'account_refused',
    first: ({ site }, { email }) =>
      site.addAccount({ username: usernameFor(email), firstname: 'A', lastname: 'B', email: `other-${email}` }),
    cure: (ground, { email }) => Object.assign(accountOf(ground, `other-${email}`) ?? {}, { username: 'another' }),
  },
  {
    reason: 'course_closed',
    first: (ground) => ground.site.setsManualEnrolment(course(ground), 'disabled'),
    cure: (ground) => ground.site.setsManualEnrolment(course(ground), 'enabled'),
  },
  // No look-up lists roles, so what MOODLE_ROLES says is all that is known.
  { reason: 'role_unknown' },
  {
    reason: 'refused',
    first: ({ site }) => site.faults.refuseNext('enrol_manual_enrol_users', 'invalidparameter'),
  },
  {
    reason: 'removed_there',
    later: (ground, { email }) => ground.site.removesFromCourse(ground.accountId(email), course(ground)),
  },
  { reason: 'account_gone', later: (ground, { email }) => ground.site.deletesAccount(ground.accountId(email)) },
  { reason: 'course_gone', later: (ground) => ground.site.deletesCourse(course(ground)) },
];

describe.each(eachDatabase)('an enrolment that fails, on $name', ({ open }) => {
  let ground: MoodleGround;
  let trainee: Trainee;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 2 });
    trainee = aTrainee();
    // Moodle shows somebody known, so that it does not seem blind.
    await assigns(ground.db, { enrols: true, course: 'EXCEL-3' });
    await ground.settle();
  });

  afterEach(() => ground?.close());

  async function fails({ reason, first, later }: Cause) {
    first?.(ground, trainee);
    const assigned = await assigns(ground.db, { enrols: true, trainee });
    if (reason === 'role_unknown') await hasRole(assigned.id, 'tutor');
    await ground.settle();
    later?.(ground, trainee);
    await asksAgain();
    expect(await standing(ground.db, assigned.id)).toEqual({ state: 'failed', reason });
    expect(await stock(ground.db)).toEqual({ unassigned: 0, assigned: 2, generated: 2 });
    return assigned;
  }

  async function hasRole(id: number, role: string): Promise<void> {
    await ground.db('assignments').where({ id }).update({ role });
  }

  /** Every course's turn, as in the night. */
  async function asksAgain(): Promise<void> {
    await ground.db('outbox').where({ kind: 'moodle.course' }).update({ state: 'pending' });
    await ground.settle();
  }

  describe.each(CAUSES)('because of $reason', (cause) => {
    it('is enrolled at another try when that is put right, else fails again', async () => {
      const { id, seat } = await fails(cause);
      cause.cure?.(ground, trainee);
      if (cause.reason === 'role_unknown') await hasRole(id, 'student');
      await retryEnrolment(ground.db, seat, await coordinator(ground.db, claire), MORNING);
      await ground.settle();
      if (cause.reason === 'course_gone') {
        expect(await standing(ground.db, id)).toEqual({ state: 'failed', reason: 'course_gone' });
        return;
      }
      expect(await standing(ground.db, id)).toEqual({ state: 'enrolled', reason: undefined });
      expect(ground.enrolmentOf(trainee.email, 'EXCEL-1')).toMatchObject({ groups: ['B0000000001'] });
      expect(await actionsOf(ground.db, seat)).toEqual(expect.arrayContaining(['seat.enrolment_retried']));
    });

    it('is moved to another course, where the trainee is enrolled once what was wrong is right', async () => {
      const { id, seat } = await fails(cause);
      cause.cure?.(ground, trainee);
      if (cause.reason === 'role_unknown') await hasRole(id, 'student');
      const wish = { seat, course: 'EXCEL-2', start: undefined, end: undefined };
      await changeAssignment(ground.db, wish, await coordinator(ground.db, claire), MORNING);
      await ground.settle();
      expect(await standing(ground.db, id)).toEqual({ state: 'enrolled', reason: undefined });
      expect(ground.enrolmentOf(trainee.email, 'EXCEL-2')).toMatchObject({ groups: ['B0000000001'] });
    });

    it('is released, and the seat is assigned again', async () => {
      const { id, seat } = await fails(cause);
      await releaseSeat(ground.db, seat, await coordinator(ground.db, claire), MORNING);
      await ground.settle();
      expect(await standing(ground.db, id)).toMatchObject({ state: 'released' });
      expect(await stock(ground.db)).toEqual({ unassigned: 1, assigned: 1, generated: 2 });
      const next = await assigns(ground.db, { enrols: true, course: 'EXCEL-2' });
      await ground.settle();
      expect(await standing(ground.db, next.id)).toMatchObject({ state: 'enrolled' });
    });
  });

  it('leaves alone whom a teacher enrolled after Moodle had refused us', async () => {
    const { id, seat } = await fails({ reason: 'refused', ...CAUSES.find(({ reason }) => reason === 'refused') });
    ground.site.enrolsThemselves(ground.accountId(trainee.email), course(ground));
    await retryEnrolment(ground.db, seat, await coordinator(ground.db, claire), MORNING);
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'released' });
    expect(await stock(ground.db)).toMatchObject({ unassigned: 1 });
  });

  it('does not keep others of the same call waiting', async () => {
    const others = await Promise.all([1, 2].map(() => aTrainee()));
    await sells(ground.db, { quantity: 2 });
    const ids: number[] = [];
    for (const other of others) ids.push((await assigns(ground.db, { enrols: true, trainee: other })).id);
    CAUSES[0]?.first?.(ground, others[0] ?? trainee);
    await ground.settle();
    expect(await Promise.all(ids.map((id) => standing(ground.db, id)))).toMatchObject([
      { state: 'failed', reason: 'account_suspended' },
      { state: 'enrolled' },
    ]);
  });
});
