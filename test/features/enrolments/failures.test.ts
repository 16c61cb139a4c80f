import type { Assignment } from '../../../src/features/assignments/assignment';
import type { FailureReason } from '../../../src/features/assignments/enrolment';
import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { retryEnrolment } from '../../../src/features/enrolments/retry-enrolment';
import { usernameFor } from '../../../src/moodle/username';
import { changesSeat } from '../../support/changes';
import { eachDatabase } from '../../support/databases';
import { actionsOf, standing, stock } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, claire, coordinator, MORNING, sells } from '../../support/people';

type Trainee = ReturnType<typeof aTrainee>;

/** How a failure arises, before or after the enrolment, for each trainee or for all, and its remedy. */
interface Cause {
  reason: FailureReason;
  before?: (ground: MoodleGround) => void;
  after?: (ground: MoodleGround) => void;
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
    before: (ground) => ground.site.setsManualEnrolment(course(ground), 'disabled'),
    cure: (ground) => ground.site.setsManualEnrolment(course(ground), 'enabled'),
  },
  // No function of Moodle lists roles, so MOODLE_ROLES is the only source.
  { reason: 'role_unknown' },
  {
    reason: 'refused',
    // Five refusals: all three trainees at once, two of them, and each alone.
    before: ({ site }) => site.faults.refuseNext('enrol_manual_enrol_users', 'invalidparameter', 5),
  },
  {
    reason: 'removed_there',
    later: (ground, { email }) => ground.site.removesFromCourse(ground.accountId(email), course(ground)),
  },
  { reason: 'account_gone', later: (ground, { email }) => ground.site.deletesAccount(ground.accountId(email)) },
  { reason: 'course_gone', after: (ground) => ground.site.deletesCourse(course(ground)) },
];

describe.each(eachDatabase)('an enrolment that fails, on $name', ({ open }) => {
  let ground: MoodleGround;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 4 });
    // A visible account shows that Moodle does not hide people from us.
    await assigns(ground.db, { enrols: true, course: 'EXCEL-3' });
    await ground.settle();
  });

  afterEach(() => ground?.close());

  /** Assigns a seat to each person and makes the enrolments fail. */
  async function fail({ reason, before, first, later, after }: Cause, people: readonly Trainee[]) {
    before?.(ground);
    for (const one of people) first?.(ground, one);
    const assigned: Assignment[] = [];
    for (const one of people) assigned.push(await assigns(ground.db, { enrols: true, trainee: one }));
    if (reason === 'role_unknown') await haveRole('tutor');
    await ground.settle();
    for (const one of people) later?.(ground, one);
    after?.(ground);
    await asksAgain();
    for (const { id } of assigned) expect(await standing(ground.db, id)).toEqual({ state: 'failed', reason });
    return assigned;
  }

  async function putsRight({ reason, cure }: Cause, people: readonly Trainee[]): Promise<void> {
    for (const one of people) cure?.(ground, one);
    if (reason === 'role_unknown') await haveRole('student');
  }

  async function haveRole(role: string): Promise<void> {
    await ground.db('assignments').update({ role });
  }

  /** Syncs every course again, as the nightly sync does. */
  async function asksAgain(): Promise<void> {
    await ground.db('outbox').where({ kind: 'moodle.course' }).update({ state: 'pending' });
    await ground.settle();
  }

  it.each(CAUSES)('can be retried, changed or released: $reason', async (cause) => {
    const people = [aTrainee(), aTrainee(), aTrainee()];
    const [again, changed, released] = await fail(cause, people);
    if (!again || !changed || !released) throw new Error('Somebody was not assigned a seat.');
    expect(await stock(ground.db)).toEqual({ unassigned: 0, assigned: 4, generated: 4 });
    await putsRight(cause, people);
    const by = await coordinator(ground.db, claire);
    await retryEnrolment(ground.db, again, by, MORNING);
    await changesSeat(ground.db, changed, { course: 'EXCEL-2' }, by);
    await releaseSeat(ground.db, released, by, MORNING);
    await ground.settle();
    // A deleted course enrols nobody, even after a retry.
    const isGone = cause.reason === 'course_gone';
    const enrolled = { state: 'enrolled', reason: undefined };
    expect(await standing(ground.db, again.id)).toEqual(isGone ? { state: 'failed', reason: cause.reason } : enrolled);
    expect(await standing(ground.db, changed.id)).toEqual(enrolled);
    expect(await standing(ground.db, released.id)).toEqual({ state: 'released', reason: undefined });
    const inGroup = { groups: ['B0000000001'] };
    if (!isGone) expect(ground.enrolmentOf(again.trainee.email, 'EXCEL-1')).toMatchObject(inGroup);
    expect(ground.enrolmentOf(changed.trainee.email, 'EXCEL-2')).toMatchObject(inGroup);
    expect(await actionsOf(ground.db, again.seat)).toContain('seat.enrolment_retried');
    expect(await stock(ground.db)).toEqual({ unassigned: 1, assigned: 3, generated: 4 });
    const next = await assigns(ground.db, { enrols: true, course: 'EXCEL-2' });
    await ground.settle();
    expect(await standing(ground.db, next.id)).toEqual(enrolled);
  });

  it('does not touch a trainee enrolled in Moodle after a refusal', async () => {
    const trainee = aTrainee();
    const first: Cause['first'] = ({ site }) => site.faults.refuseNext('enrol_manual_enrol_users', 'invalidparameter');
    const [assigned] = await fail({ reason: 'refused', first }, [trainee]);
    const { id } = assigned ?? { id: 0 };
    ground.site.enrolsThemselves(ground.accountId(trainee.email), course(ground));
    await retryEnrolment(ground.db, { id }, await coordinator(ground.db, claire), MORNING);
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'released' });
    expect(await stock(ground.db)).toEqual({ unassigned: 3, assigned: 1, generated: 4 });
  });

  it('does not hold up other enrolments of the same call', async () => {
    const others = [aTrainee(), aTrainee()] as const;
    const ids: number[] = [];
    for (const other of others) ids.push((await assigns(ground.db, { enrols: true, trainee: other })).id);
    CAUSES[0]?.first?.(ground, others[0]);
    await ground.settle();
    expect(await Promise.all(ids.map((id) => standing(ground.db, id)))).toMatchObject([
      { state: 'failed', reason: 'account_suspended' },
      { state: 'enrolled' },
    ]);
  });
});
