import type { ChangeForm } from '../../../src/features/assignments/change-assignment';
import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { changesSeat, lastShown } from '../../support/changes';
import { eachDatabase } from '../../support/databases';
import { actionsOf, calls, standing } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, claire, coordinator, MORNING, refusal, sells } from '../../support/people';
import { at } from '../../support/time';

const ENROL = 'enrol_manual_enrol_users';
const start = (day: string) => Date.parse(`${day}T00:00:00+02:00`) / 1000;
const end = (day: string) => Date.parse(`${day}T23:59:59+02:00`) / 1000;

describe.each(eachDatabase)('changing an assignment, on $name', ({ open }) => {
  let ground: MoodleGround;
  let trainee: ReturnType<typeof aTrainee>;

  beforeAll(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 20 });
  });

  beforeEach(() => {
    trainee = aTrainee();
  });

  afterAll(() => ground?.close());

  async function enrolled(wish: Parameters<typeof assigns>[1] = {}) {
    const assigned = await assigns(ground.db, { enrols: true, trainee, ...wish });
    await ground.settle();
    return assigned;
  }

  const changes = async (seat: string, form: Partial<ChangeForm>, now = MORNING) =>
    changesSeat(ground.db, await lastShown(ground.db, seat), form, await coordinator(ground.db, claire), now);
  const inMoodle = (course = 'EXCEL-1') => ground.enrolmentOf(trainee.email, course);

  it('sends both dates again, and keeps one enrolment', async () => {
    const { id, seat } = await enrolled();
    await changes(seat, { start: '2026-05-04', end: '2026-06-05' });
    expect(await standing(ground.db, id)).toMatchObject({ state: 'enrolling' });
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'enrolled' });
    expect(inMoodle()).toMatchObject({ start: start('2026-05-04'), end: end('2026-06-05'), roleIds: [5] });
  });

  it('sends new dates when Moodle went down after it had enrolled with the first ones', async () => {
    const { id, seat } = await assigns(ground.db, { enrols: true, trainee });
    const stop = ground.site.faults.beforeAnswer(ENROL, () => {
      ground.site.settings.condition = 'maintenance';
    });
    await ground.turn();
    stop();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'enrolling' });
    await changes(seat, { start: '2026-05-04', end: '2026-06-05' });
    ground.site.settings.condition = 'up';
    await ground.settle();
    expect(inMoodle()).toMatchObject({ start: start('2026-05-04'), end: end('2026-06-05') });
  });

  it('sends new dates when the answer to the first ones was lost', async () => {
    const { seat } = await assigns(ground.db, { enrols: true, trainee });
    ground.site.faults.loseNext(ENROL);
    const stop = ground.site.faults.beforeAnswer(ENROL, () => {
      ground.site.settings.condition = 'maintenance';
    });
    await ground.turn();
    stop();
    await changes(seat, { start: '2026-05-04', end: '2026-06-05' });
    ground.site.settings.condition = 'up';
    await ground.aMinutePasses();
    await ground.settle();
    expect(inMoodle()).toMatchObject({ start: start('2026-05-04'), end: end('2026-06-05') });
  });

  it('frees a seat whose new dates Moodle refused only after the trainee has left the course', async () => {
    const { id, seat } = await assigns(ground.db, { enrols: true, trainee });
    const stop = ground.site.faults.beforeAnswer(ENROL, () => {
      ground.site.settings.condition = 'maintenance';
    });
    await ground.turn();
    stop();
    await changes(seat, { start: '2026-05-04', end: '2026-06-05' });
    ground.site.settings.condition = 'up';
    ground.site.setsManualEnrolment(ground.courseId('EXCEL-1'), 'disabled');
    await ground.settle();
    expect(await standing(ground.db, id)).toEqual({ state: 'failed', reason: 'course_closed' });
    await releaseSeat(ground.db, { id }, await coordinator(ground.db, claire), MORNING);
    expect(await standing(ground.db, id)).toMatchObject({ state: 'releasing' });
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'released' });
    expect(inMoodle()).toBeUndefined();
    ground.site.setsManualEnrolment(ground.courseId('EXCEL-1'), 'enabled');
  });

  it('enrols the coordinator in the new course as well', async () => {
    const { seat } = await assigns(ground.db, { enrols: true, trainee });
    await changes(seat, { course: 'EXCEL-3' });
    await ground.settle();
    expect(ground.enrolmentOf('claire@northwind.example', 'EXCEL-3')).toMatchObject({ roleIds: [4] });
  });

  it('sends one welcome email when the dates change before the first request', async () => {
    const { seat } = await assigns(ground.db, { enrols: true, trainee });
    await changes(seat, { start: '2026-05-04', end: '2026-06-05' });
    ground.site.faults.loseNext(ENROL);
    await ground.settle();
    expect(inMoodle()).toMatchObject({ start: start('2026-05-04'), end: end('2026-06-05') });
    expect(ground.mailsTo(trainee.email, 'welcome')).toHaveLength(1);
  });

  it('ends with the last of two quick changes', async () => {
    const { seat } = await enrolled();
    await changes(seat, { start: '2026-05-04', end: '2026-06-05' });
    await changes(seat, { start: '2026-05-11', end: '2026-06-12' });
    await ground.settle();
    expect(inMoodle()).toMatchObject({ start: start('2026-05-11'), end: end('2026-06-12') });
    expect(ground.mailsTo(trainee.email, 'welcome')).toHaveLength(2);
  });

  it.each([
    ['before', 'beforeCall'],
    ['after', 'beforeAnswer'],
  ] as const)('sends dates that change in the middle of the enrolment, %s Moodle made it', async (_when, hook) => {
    const { id, seat } = await assigns(ground.db, { enrols: true, trainee });
    const stop = ground.site.faults[hook](ENROL, async () => {
      stop();
      await changes(seat, { start: '2026-05-04', end: '2026-06-05' });
    });
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'enrolled' });
    expect(inMoodle()).toMatchObject({ start: start('2026-05-04'), end: end('2026-06-05') });
  });

  it('sends no end when it is cleared and the product has no default', async () => {
    await sells(ground.db, { product: 'ANY-SEAT' });
    const { seat } = await enrolled({ pool: 'B0000000002', end: '2026-06-05' });
    await changes(seat, {});
    await ground.settle();
    expect(inMoodle()).toMatchObject({ end: 0 });
  });

  it('takes the default end when the end is cleared, and lets a past start stay', async () => {
    const { seat, period } = await enrolled();
    await changes(seat, { end: '2026-06-05' });
    const changed = await changes(seat, { start: period.start }, at('2026-05-01T09:00:00Z'));
    expect(changed.period).toEqual({ start: '2026-03-02', end: '2026-08-29' });
  });

  it('refuses wrong dates beside their fields', async () => {
    const { seat } = await enrolled();
    const wrong = changes(seat, { start: '2026-02-01', end: '2026-01-01' });
    await expect(wrong).rejects.toMatchObject({ refusals: [{ field: 'start_date' }, { field: 'end_date' }] });
    expect(await refusal(changes(seat, { start: '2026-05-04', end: '2026-05-03' }))).toBe('end_date.reversed');
  });

  it('sends no email when nothing changed', async () => {
    const { seat, period } = await enrolled();
    await changes(seat, period);
    await ground.settle();
    expect(ground.mailsTo(trainee.email, 'welcome')).toHaveLength(1);
    expect(await actionsOf(ground.db, seat)).toEqual(['seat.assigned', 'seat.enrolled']);
  });

  it('moves to another course before the first request to Moodle, and not afterwards', async () => {
    const { id, seat } = await assigns(ground.db, { enrols: true, trainee });
    await changes(seat, { course: 'EXCEL-2' });
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'enrolled' });
    expect([inMoodle()?.courseId, inMoodle('EXCEL-2')?.courseId]).toEqual([undefined, ground.courseId('EXCEL-2')]);
    await expect(changes(seat, { course: 'EXCEL-3' })).rejects.toMatchObject({
      refusals: [{ code: 'course.settled', field: 'course' }],
    });
  });

  it('moves to another course even while Moodle creates the account for the first', async () => {
    const { seat } = await assigns(ground.db, { enrols: true, trainee });
    const stop = ground.site.faults.beforeAnswer('core_user_create_users', async () => {
      stop();
      await changes(seat, { course: 'EXCEL-2' });
    });
    await ground.settle();
    expect([inMoodle()?.courseId, inMoodle('EXCEL-2')?.courseId]).toEqual([undefined, ground.courseId('EXCEL-2')]);
  });

  it('sends new dates after a refused release', async () => {
    const before = calls(ground, 'enrol_manual_unenrol_users');
    const { id, seat } = await enrolled();
    ground.site.opensCourse(ground.accountId(trainee.email), ground.courseId('EXCEL-1'));
    await changes(seat, { end: '2026-06-05' });
    await releaseSeat(ground.db, { id }, await coordinator(ground.db, claire), MORNING);
    expect(await refusal(changes(seat, { end: '2026-06-06' }))).toBe('release.under_way');
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'enrolled' });
    expect(inMoodle()).toMatchObject({ end: end('2026-06-05') });
    expect(calls(ground, 'enrol_manual_unenrol_users')).toBe(before);
  });

  it('fails as account_gone when the account was deleted meanwhile', async () => {
    const { id, seat } = await enrolled();
    const stop = ground.site.faults.beforeAnswer('core_enrol_get_enrolled_users', () => {
      stop();
      ground.site.deletesAccount(ground.accountId(trainee.email));
    });
    await changes(seat, { end: '2026-06-05' });
    await ground.settle();
    expect(await standing(ground.db, id)).toEqual({ state: 'failed', reason: 'account_gone' });
  });
});
