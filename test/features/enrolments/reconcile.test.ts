import type { Now } from '../../../src/core/time';
import { openSeatCard } from '../../../src/features/assignments/seat-card';
import { queueSyncRuns } from '../../../src/features/enrolments/queue-sync-runs';
import { eachDatabase } from '../../support/databases';
import { actionsOf, calls, standing, stock, toldTo } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, aTrainee, claire, coordinator, MORNING, sells } from '../../support/people';
import { count } from '../../support/tables';
import { at } from '../../support/time';

/** Three in the morning in Paris. */
const NIGHT = at('2026-03-03T02:00:00Z');

describe.each(eachDatabase)('the comparison with Moodle at night, on $name', ({ open }) => {
  let ground: MoodleGround;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 4 });
  });

  afterEach(() => ground?.close());

  async function enrolled(course = 'EXCEL-1') {
    const trainee = aTrainee();
    const assigned = await assigns(ground.db, { enrols: true, trainee, course });
    await ground.settle();
    return { ...assigned, email: trainee.email };
  }

  /** The list of courses is another matter. */
  async function queues(now: Now): Promise<void> {
    await queueSyncRuns(ground.db, now, 'Europe/Paris');
    await ground.db('outbox').where({ kind: 'moodle.courses' }).delete();
  }

  const waiting = () => count(ground.db, 'outbox', { kind: 'moodle.course', state: 'pending' });

  async function compares(): Promise<void> {
    await queues(NIGHT);
    await ground.settle();
  }

  it('is asked for once a night and course, at three, however many processes ask', async () => {
    await enrolled();
    await enrolled('EXCEL-2');
    await queues(MORNING);
    await ground.settle();
    await queues(NIGHT.minus({ seconds: 1 }) as Now);
    expect(await waiting()).toBe(0);
    await Promise.all([queues(NIGHT), queues(NIGHT), queues(NIGHT)]);
    expect(await waiting()).toBe(2);
    await ground.db('outbox').delete();
    await queues(at('2026-03-03T23:00:00Z'));
    expect(await waiting()).toBe(0);
    await queues(at('2026-03-04T02:00:00Z'));
    expect(await waiting()).toBe(2);
  });

  it('is asked for again when the clock was set back', async () => {
    await enrolled();
    await queues(at('2026-04-01T12:00:00Z'));
    await ground.db('outbox').delete();
    await queues(NIGHT);
    expect(await waiting()).toBe(1);
  });

  it('shows sales and the coordinator who is gone, and changes nothing', async () => {
    const [removed, deleted, stays] = [await enrolled(), await enrolled(), await enrolled()];
    const gone = await enrolled('EXCEL-2');
    const { site } = ground;
    site.removesFromCourse(ground.accountId(removed.email), ground.courseId('EXCEL-1'));
    site.deletesAccount(ground.accountId(deleted.email));
    site.deletesCourse(ground.courseId('EXCEL-2'));
    const before = structuredClone(site.records);
    await compares();
    expect(await standing(ground.db, removed.id)).toEqual({ state: 'failed', reason: 'removed_there' });
    expect(await standing(ground.db, deleted.id)).toEqual({ state: 'failed', reason: 'account_gone' });
    expect(await standing(ground.db, gone.id)).toEqual({ state: 'failed', reason: 'course_gone' });
    expect(await standing(ground.db, stays.id)).toEqual({ state: 'enrolled', reason: undefined });
    expect(site.records).toEqual(before);
    expect(await stock(ground.db)).toEqual({ unassigned: 0, assigned: 4, generated: 4 });
    for (const who of ['claire', 'sonia']) {
      const [told = '', ...more] = await toldTo(ground, who);
      for (const { seat } of [removed, deleted, gone]) expect(told).toContain(seat);
      expect(told).not.toContain(stays.seat);
      expect(more).toEqual([]);
    }
  });

  it('tells nobody twice of what they know', async () => {
    const { email } = await enrolled();
    ground.site.removesFromCourse(ground.accountId(email), ground.courseId('EXCEL-1'));
    await compares();
    await toldTo(ground, 'claire');
    await queues(at('2026-03-04T02:00:00Z'));
    await ground.settle();
    expect(await toldTo(ground, 'claire')).toHaveLength(1);
  });

  it('takes an empty list for nobody only when Moodle shows people', async () => {
    const { id, email } = await enrolled();
    ground.site.settings.capabilities.delete('moodle/user:viewdetails');
    await queues(NIGHT);
    await ground.turn();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'enrolled' });
    ground.site.settings.capabilities.add('moodle/user:viewdetails');
    await ground.settle();
    expect(await standing(ground.db, id)).toMatchObject({ state: 'enrolled' });
    expect(ground.enrolmentOf(email, 'EXCEL-1')).toBeDefined();
  });

  it('marks who has begun, once', async () => {
    const [active, idle] = [await enrolled(), await enrolled()];
    ground.site.opensCourse(ground.accountId(active.email), ground.courseId('EXCEL-1'));
    ground.site.logsIn(ground.accountId(idle.email));
    await compares();
    await queues(at('2026-03-04T02:00:00Z'));
    await ground.settle();
    expect(await ground.db('enrolments').whereNotNull('started_at').pluck('assignment_id')).toEqual([active.id]);
    expect((await actionsOf(ground.db, active.seat)).slice(2)).toEqual(['seat.started']);
  });

  it('is made for one course when a card is opened, while that can tell anything', async () => {
    const { id, seat, email } = await enrolled();
    ground.site.opensCourse(ground.accountId(email), ground.courseId('EXCEL-1'));
    const by = await coordinator(ground.db, claire);
    await openSeatCard(ground.db, seat, by, MORNING);
    await ground.settle();
    expect((await openSeatCard(ground.db, seat, by, MORNING)).enrolment).toMatchObject({ state: 'enrolled' });
    expect(await ground.db('enrolments').where({ assignment_id: id }).whereNotNull('started_at')).toHaveLength(1);
    const asked = calls(ground, 'core_enrol_get_enrolled_users');
    await ground.settle();
    expect(calls(ground, 'core_enrol_get_enrolled_users')).toBe(asked);
  });
});
