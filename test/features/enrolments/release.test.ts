import { NO_LIMITS } from '../../../src/core/coordinator';
import { parseSeatReference } from '../../../src/core/reference';
import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { openSeatCard } from '../../../src/features/assignments/seat-card';
import { saveLimits } from '../../../src/features/coordinators/coordinators.sql';
import { lastShown } from '../../support/changes';
import { eachDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { actionsOf, calls, standing, stock, toldTo } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, claire, coordinator, gus, MORNING, refusal, sales, sells } from '../../support/people';

const UNENROL = 'enrol_manual_unenrol_users';
const RELEASED = { state: 'released', reason: undefined };

describe.each(eachDatabase)('releasing a seat, on $name', ({ open }) => {
  let ground: MoodleGround;
  let trainee: ReturnType<typeof aTrainee>;

  beforeAll(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 20 });
  });

  beforeEach(() => {
    trainee = aTrainee();
  });

  // The counts stay right in every case.
  afterEach(async () => {
    const { unassigned, assigned, generated } = await stock(ground.db);
    expect(unassigned + assigned).toBe(generated);
  });

  afterAll(() => ground?.close());

  async function enrolled() {
    const assigned = await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    return assigned;
  }

  const releases = async (seat: string, by = claire) =>
    releaseSeat(ground.db, await lastShown(ground.db, seat), await coordinator(ground.db, by), MORNING);
  const accountId = () => ground.accountId(trainee.email);
  const course = () => ground.courseId('EXCEL-1');
  const stateOf = async (seat: string) =>
    (
      await ground
        .db('seats')
        .where({ id: parseSeatReference(seat) ?? 0 })
        .first()
    )?.state;
  const isFree = async (seat: string) => expect(await stateOf(seat)).toBe('unassigned');
  const isTaken = async (seat: string) => expect(await stateOf(seat)).toBe('assigned');
  /** Messages to Claire about this trainee. */
  const told = async () => (await toldTo(ground, 'claire')).filter((text) => text.includes(`${trainee.lastName} `));

  it('removes the trainee from course and group, and frees the seat for the same trainee and course', async () => {
    const { id, seat } = await enrolled();
    await releases(seat);
    await releases(seat);
    await isTaken(seat);
    await ground.settle();
    expect(await standing(ground.db, id)).toEqual(RELEASED);
    await isFree(seat);
    expect(ground.enrolmentOf(trainee.email, 'EXCEL-1')).toBeUndefined();
    expect(ground.site.groupsIn(course())[0]?.members).not.toContain(accountId());
    expect(await actionsOf(ground.db, seat)).toEqual([
      'seat.assigned',
      'seat.enrolled',
      'seat.release_asked',
      'seat.released',
    ]);
    expect(await told()).toEqual([]);
    expect(await refusal(releases(seat))).toBe('seat.not_assigned');
    const again = await enrolled();
    expect(await standing(ground.db, again.id)).toMatchObject({ state: 'enrolled' });
    expect(ground.mailsTo(trainee.email, 'welcome')).toHaveLength(2);
  });

  it('completes at once before the first request to Moodle, and sends none', async () => {
    const { id, seat } = await assigns(ground.db, { enrols: true, trainee });
    await releases(seat);
    await isFree(seat);
    expect(await standing(ground.db, id)).toEqual(RELEASED);
    await ground.settle();
    expect(ground.site.accounts.some(({ email }) => email === trainee.email)).toBe(false);
  });

  it.each([
    ['before the account is made', 'beforeCall', 'core_user_create_users'],
    ['after the account is made', 'beforeAnswer', 'core_user_create_users'],
    ['before they are enrolled', 'beforeCall', 'enrol_manual_enrol_users'],
    ['after they are enrolled', 'beforeAnswer', 'enrol_manual_enrol_users'],
    ['before they join the group', 'beforeCall', 'core_group_add_group_members'],
    ['after they joined the group', 'beforeAnswer', 'core_group_add_group_members'],
  ] as const)('leaves no enrolment behind when it interrupts the enrolling: %s', async (_when, hook, name) => {
    const { id, seat } = await assigns(ground.db, { enrols: true, trainee });
    const stop = ground.site.faults[hook](name, async () => {
      stop();
      await releases(seat);
    });
    await ground.settle();
    expect(await standing(ground.db, id)).toEqual(RELEASED);
    await isFree(seat);
    const isThere = ground.site.enrolmentsIn(course()).map((one) => ground.site.account(one.accountId).email);
    expect(isThere).not.toContain(trainee.email);
  });

  it('allows assignments during the removal of the trainee, and the trainee back after it', async () => {
    const { seat } = await enrolled();
    await releases(seat);
    const stop = ground.site.faults.beforeAnswer(UNENROL, async () => {
      stop();
      await assigns(ground.db, { enrols: true });
    });
    await ground.settle();
    const last = await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    expect(await standing(ground.db, last.id)).toMatchObject({ state: 'enrolled' });
  });

  it('keeps an enrolment that is not ours, and says so', async () => {
    const { id, seat } = await enrolled();
    ground.site.enrolsThemselves(accountId(), course());
    await releases(seat);
    await ground.settle();
    expect(await standing(ground.db, id)).toEqual(RELEASED);
    await isFree(seat);
    expect(ground.site.enrolmentsIn(course()).filter((one) => one.accountId === accountId())).toMatchObject([
      { method: 'self', groups: [] },
    ]);
    expect(await told()).toEqual([expect.stringMatching(/par une autre inscription/)]);
  });

  it('does not touch a trainee who was removed in Moodle and enrolled there again', async () => {
    const before = calls(ground, UNENROL);
    const { seat } = await enrolled();
    ground.site.removesFromCourse(accountId(), course());
    await openSeatCard(ground.db, seat, await coordinator(ground.db, claire), MORNING);
    await ground.settle();
    ground.site.enrolsThemselves(accountId(), course());
    await releases(seat);
    await ground.settle();
    await isFree(seat);
    expect(calls(ground, UNENROL)).toBe(before);
  });

  describe('when the trainee', () => {
    const opens = () => ground.site.opensCourse(accountId(), course());

    it('opened the course after the first day, keeps the seat and says so', async () => {
      const before = calls(ground, UNENROL);
      const { id, seat } = await enrolled();
      opens();
      await releases(seat);
      await ground.settle();
      expect(await standing(ground.db, id)).toEqual({ state: 'enrolled', reason: 'started' });
      await isTaken(seat);
      expect(calls(ground, UNENROL)).toBe(before);
      expect(await told()).toEqual([expect.stringContaining(seat)]);
      expect(await refusal(releases(seat))).toBe('release.started');
    });

    it('opened it before the first day, releases the seat', async () => {
      const { id, seat } = await enrolled();
      opens();
      for (const visit of ground.site.records.visits)
        if (visit.accountId === accountId()) visit.at = Date.parse('2026-03-01T22:59:59Z') / 1000;
      await releases(seat);
      await ground.settle();
      expect(await standing(ground.db, id)).toEqual(RELEASED);
    });

    it.each(['before the turn', 'in the middle of the turn'])('opened it %s, keeps the seat', async (when) => {
      const { id, seat } = await enrolled();
      let stops: () => void = () => undefined;
      await releases(seat);
      if (when === 'before the turn') opens();
      else {
        const stop = ground.site.faults.beforeAnswer('core_enrol_get_enrolled_users', () => {
          stop();
          stops = ground.site.faults.beforeCall('core_enrol_get_enrolled_users', opens);
        });
      }
      await ground.settle();
      stops();
      expect(await standing(ground.db, id)).toEqual({ state: 'enrolled', reason: 'started' });
    });

    it('may have opened it on a site that hides access times, keeps the seat until they are out of the course', async () => {
      const { id, seat } = await enrolled();
      ground.site.settings.hiddenUserFields.add('lastaccess');
      await releases(seat);
      await ground.settle();
      expect(await standing(ground.db, id)).toEqual({ state: 'enrolled', reason: 'activity_hidden' });
      expect(await told()).toHaveLength(1);
      ground.site.removesFromCourse(accountId(), course());
      await releases(seat);
      await ground.settle();
      ground.site.settings.hiddenUserFields.delete('lastaccess');
      expect(await standing(ground.db, id)).toEqual(RELEASED);
    });
  });

  it('is retried after a lost answer, and completes once', async () => {
    const { id, seat } = await enrolled();
    ground.site.faults.loseNext(UNENROL);
    await releases(seat);
    await ground.settle();
    expect(await standing(ground.db, id)).toEqual(RELEASED);
    const actions = await actionsOf(ground.db, seat);
    expect(actions.slice(actions.lastIndexOf('seat.release_asked'))).toEqual(['seat.release_asked', 'seat.released']);
  });

  it('is refused to people who may not see the seat, as if it did not exist', async () => {
    const { seat } = await enrolled();
    expect(await refusal(releases(seat, gus))).toBe('seat.not_assigned');
    const other = await found(ground.db('products').where({ code: 'ANY-SEAT' }).first('id'));
    await saveLimits(ground.db, 1, claire, { products: [other.id], quota: undefined });
    expect(await refusal(releases(seat))).toBe('seat.not_assigned');
    await saveLimits(ground.db, 1, claire, NO_LIMITS);
    await isTaken(seat);
  });

  it('is for sales only when seats are assigned without Moodle', async () => {
    const { id, seat } = await assigns(ground.db, { trainee });
    expect(await refusal(releases(seat))).toBe('release.sales_only');
    await releaseSeat(ground.db, { id }, sales, MORNING);
    await isFree(seat);
  });
});
