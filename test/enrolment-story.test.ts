import { screenDatabases, type TestDatabase } from './support/databases';
import { pressesForged } from './support/forged-press';
import { type Office, openOffice } from './support/office';
import { sells } from './support/people';
import { eventually } from './support/time';

const GLOBEX = 'C0GLOBEX001';

describe.each(screenDatabases)('from seat to enrolment, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { moodle: true });
    await sells(database.db, { customer: 'GLOBEX', quantity: 5 }, office.workspace.clock.now());
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  const gus = () => office.workspace.person('gus');
  const alice = () => {
    const { moodle } = office.workspace;
    const account = moodle.accounts.find(({ email }) => email === 'alice.martin@example.com');
    const course = moodle.courses.find(({ shortname }) => shortname === 'EXCEL-1');
    if (!account || !course) throw new Error('Moodle knows no Alice in Excel basics.');
    return { account, course };
  };

  it('updates the answer in place, from enrolling to enrolled, with a link to the course', async () => {
    await gus().finds('B0000000001');
    await gus().clicks('Assign a seat', { channel: GLOBEX });
    await gus().submits({
      trainee: 'new',
      first_name: 'Alice',
      last_name: 'Martin',
      email: 'Alice.Martin@example.com',
      course: 'EXCEL-1',
    });
    expect(gus().screen()).toContain('Alice Martin has a seat in Excel basics');
    expect(await gus().finds('Enrolled in Moodle.')).toBe(true);
    const { account, course } = alice();
    expect(gus().screen()).toContain(`${office.workspace.moodleUrl}/course/view.php?id=${course.id}`);
    expect(office.workspace.moodle.isEnrolled(account.id, course.id)).toBe(true);
    await gus().closes();
  });

  it('shows the state in the order’s list, and opens the seat from there', async () => {
    await gus().clicks('See seats', { channel: GLOBEX });
    await gus().clicks('See references');
    expect(gus().screen()).toContain('Alice Martin · Excel basics');
    expect(gus().screen()).toContain('enrolled');
    await gus().clicks('Open');
    expect(gus().screen()).toContain('Enrolled in Moodle.');
  });

  it('leaves the seat with a trainee who opened the course while the release was under way', async () => {
    const { moodle } = office.workspace;
    const { account, course } = alice();
    moodle.settings.condition = 'maintenance';
    await gus().clicks('Release');
    expect(await gus().finds('Releasing the seat…')).toBe(true);
    moodle.opensCourse(account.id, course.id);
    moodle.settings.condition = 'up';
    expect(await gus().finds('The trainee has started, so the seat stays with them.')).toBe(true);
    expect(await gus().finds('The trainee opened the course on')).toBe(true);
    expect(moodle.isEnrolled(account.id, course.id)).toBe(true);
    await gus().closes();
    await gus().closes();
    await gus().closes();
  });

  it('notifies everyone once when Moodle is unreachable, and continues by itself', async () => {
    const { moodle } = office.workspace;
    moodle.settings.condition = 'maintenance';
    await gus().clicks('Assign a seat', { channel: GLOBEX });
    await gus().chooses('trainee', 'new');
    const bea = { first_name: 'Bea', last_name: 'Stone', email: 'bea@example.com' };
    await gus().submits({ ...bea, course: 'EXCEL-2' });
    expect(gus().screen()).toContain('Enrolling in Moodle…');
    expect(await gus().finds('Moodle has been unreachable since')).toBe(true);
    const ada = office.workspace.person('ada');
    await ada.opensHome();
    expect(await ada.finds('It’s in maintenance mode.')).toBe(true);
    moodle.settings.condition = 'up';
    await eventually('the answer follows', () => !gus().sees('Enrolling in Moodle…'));
    expect(gus().screen()).toContain('Enrolled in Moodle.');
    expect(gus().screen()).not.toContain('Moodle has been unreachable');
    await eventually('the Home follows', () => !ada.sees('It’s in maintenance mode.'));
    expect(moodle.mails.filter(({ to, kind }) => to === 'bea@example.com' && kind === 'welcome')).toHaveLength(1);
  });

  it('updates both the modal of the person who assigned and the seat’s card that another person opened', async () => {
    const { moodle } = office.workspace;
    const sonia = office.workspace.person('sonia');
    await gus().closes();
    moodle.settings.condition = 'maintenance';
    await gus().clicks('Assign a seat', { channel: GLOBEX });
    await gus().chooses('trainee', 'new');
    const dan = { first_name: 'Dan', last_name: 'Moss', email: 'dan@example.com' };
    await gus().submits({ ...dan, course: 'EXCEL-2' });
    const seat = /S-[0-9A-Z]{6}/.exec(gus().screen())?.[0] ?? '';
    await pressesForged(sonia, { action: 'open_seat', value: seat, channel: GLOBEX });
    expect(await sonia.finds('Enrolling in Moodle…')).toBe(true);
    moodle.settings.condition = 'up';
    await eventually('both follow', () => ![gus(), sonia].some((one) => one.sees('Enrolling in Moodle…')));
    for (const one of [gus(), sonia]) {
      expect(one.screen()).toContain('Dan Moss has a seat in');
      expect(one.screen()).toContain('Enrolled in Moodle.');
    }
    await sonia.closes();
  });

  it('releases a seat whose trainee has not started', async () => {
    const sonia = office.workspace.person('sonia');
    await sells(database.db, { quantity: 1 }, office.workspace.clock.now());
    await sonia.runs('/seats assign', 'C0ACME00001');
    await sonia.submits({
      trainee: 'new',
      first_name: 'Cara',
      last_name: 'Low',
      email: 'cara@example.com',
      course: 'EXCEL-1',
    });
    expect(await sonia.finds('Enrolled in Moodle.')).toBe(true);
    await sonia.clicks('Release');
    expect(sonia.screen()).toContain('Releasing the seat…');
    expect(await sonia.finds('The seat can be assigned again.')).toBe(true);
    expect(sonia.screen()).toContain('Cara Low no longer has a seat in Excel basics');
  });
});
