import { queueCourseSync } from '../../../src/features/courses/refresh-courses';
import { eachDatabase } from '../../support/databases';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { fill } from '../../support/office';
import { assigns, aTrainee, sells } from '../../support/people';

const LONG_AGO = '2020-01-01T00:00:00.000Z';

describe.each(eachDatabase)('enrolling in Moodle, on $name', ({ open }) => {
  let ground: MoodleGround;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    await sells(ground.db, { quantity: 300 });
  });

  afterEach(() => ground?.close());

  const state = async (id: number) => (await ground.db('enrolments').where({ assignment_id: id }).first())?.state;

  it('creates an account for a new trainee and enrols them with the role and both dates', async () => {
    const trainee = aTrainee();
    const { id, period } = await assigns(ground.db, { enrols: true, trainee });
    expect(await state(id)).toBe('assigned');
    await ground.settle();
    expect(await state(id)).toBe('enrolled');
    const enrolment = ground.enrolmentOf(trainee.email, 'EXCEL-1');
    expect(enrolment).toMatchObject({ method: 'manual', roleIds: [5], groups: ['B0000000001'] });
    // In Paris: 00:00:00 on the first day and 23:59:59 on the last.
    expect(enrolment?.start).toBe(Date.parse(`${period.start}T00:00:00+01:00`) / 1000);
    expect(enrolment?.end).toBe(Date.parse(`${period.end}T23:59:59+02:00`) / 1000);
    expect(ground.mailsTo(trainee.email, 'password')).toHaveLength(1);
    expect(ground.mailsTo(trainee.email, 'welcome')).toHaveLength(1);
  });

  it('waits for a course that was added here before Moodle’s list was read again', async () => {
    await ground.db('moodle_passes').insert({ pass: 'courses', at: '2026-01-01T00:00:00.000Z' });
    await fill(ground.db, '{ courses: [{ shortname: EXCEL-9, name: Excel for finance, open: true }] }');
    ground.site.addCourse({ shortname: 'EXCEL-9', fullname: 'Excel for finance' });
    const trainee = aTrainee();
    const { id } = await assigns(ground.db, { enrols: true, trainee, course: 'EXCEL-9' });
    await ground.turn();
    expect(await state(id)).toBe('assigned');
    await queueCourseSync(ground.db, LONG_AGO);
    await ground.settle();
    expect(await state(id)).toBe('enrolled');
    expect(ground.enrolmentOf(trainee.email, 'EXCEL-9')).toBeDefined();
  });

  it('finds an account regardless of capitals in its address', async () => {
    const trainee = aTrainee();
    const email = trainee.email.toUpperCase();
    const account = ground.site.addAccount({ username: 'somebody', firstname: 'Some', lastname: 'Body', email });
    await assigns(ground.db, { enrols: true, trainee });
    await ground.settle();
    expect(ground.enrolmentOf(trainee.email, 'EXCEL-1')?.accountId).toBe(account.id);
    expect(ground.mailsTo(trainee.email, 'password')).toEqual([]);
    expect(ground.mailsTo(email, 'password')).toEqual([]);
  });

  it.each([
    ['at once', 0],
    ['after a long outage', 14],
  ])('enrols many trainees in few calls %s', async (_, attempts) => {
    const people = Array.from({ length: 220 }, aTrainee);
    for (const trainee of people) await assigns(ground.db, { enrols: true, trainee });
    ground.site.settings.condition = attempts > 0 ? 'maintenance' : 'up';
    for (let attempt = 0; attempt < attempts; attempt += 1) await ground.turn();
    ground.site.settings.condition = 'up';
    await ground.settle();
    for (const { email } of people) expect(ground.enrolmentOf(email, 'EXCEL-1')).toBeDefined();
    const calls = (name: string) => ground.site.calls.filter((call) => call.function === name).length;
    // The last call of each kind is for the coordinator.
    expect(calls('enrol_manual_enrol_users')).toBe(3);
    expect(calls('core_user_create_users')).toBe(3);
    const welcomed = ground.site.mails.filter(({ kind }) => kind === 'welcome').map(({ to }) => to);
    expect(welcomed.sort()).toEqual([...people.map(({ email }) => email), 'claire@northwind.example'].sort());
  });
});
