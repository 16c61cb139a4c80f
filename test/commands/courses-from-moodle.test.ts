import { lastSyncRun } from '../../src/features/courses/sync-runs.sql';
import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForgedInModal } from '../support/forged-press';
import { type Office, openOffice } from '../support/office';
import { sells } from '../support/people';
import { courseButton } from '../support/shown-course';
import { allIsSaid, count } from '../support/tables';
import { eventually } from '../support/time';

const ACME = 'C0ACME00001';

describe.each(screenDatabases)('Moodle’s courses in Slack, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let ada: Person;
  let sonia: Person;
  let claire: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { moodle: true });
    [ada, sonia, claire] = [
      office.workspace.person('ada'),
      office.workspace.person('sonia'),
      office.workspace.person('claire'),
    ];
    await eventually('the list is taken over', async () => (await lastSyncRun(database.db, 'courses')) !== undefined);
    await allIsSaid(database.db);
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  afterEach(async () => {
    for (const person of [ada, sonia, claire]) if (person.modal) await person.closes({ all: true });
  });

  const there = () => office.workspace.moodle;
  const idOf = (shortname: string) => there().courses.find((one) => one.shortname === shortname)?.id ?? 0;
  const lineOf = (person: Person, shortname: string) =>
    person
      .screen()
      .split('\n')
      .find((line) => line.includes(`${shortname} · `));

  it('arrive by themselves, without the front page, with the reason why some are closed', async () => {
    await ada.runs('/seats courses');
    expect(ada.screen()).toContain('From Moodle, just now');
    expect(lineOf(ada, 'NEWS')).toContain('can’t be assigned: allow manual enrolment in Moodle');
    expect(lineOf(ada, 'DRAFT-1')).toContain('hidden in Moodle');
    expect(lineOf(ada, 'EXCEL-1')).toContain('open');
    expect(await count(database.db, 'courses', { moodle_id: 1 })).toBe(0);
  });

  it('update in the open list as soon as a person refreshes them', async () => {
    there().addCourse({ shortname: 'EXCEL-NEW', fullname: 'A brand new one' });
    there().hidesCourse(idOf('EXCEL-2'));
    await sonia.runs('/seats courses');
    await sonia.clicks('Refresh courses');
    expect(await sonia.finds('EXCEL-NEW · open')).toBe(true);
    expect(lineOf(sonia, 'EXCEL-2')).toContain('hidden in Moodle');
    there().showsCourse(idOf('EXCEL-2'));
    await sonia.clicks('Refresh courses');
    expect(await sonia.finds('EXCEL-2 · open')).toBe(true);
    expect(sonia.screen()).not.toContain('[Open]');
  });

  it('are offered and refused as in Moodle', async () => {
    await sells(database.db, { quantity: 2 });
    there().setsManualEnrolment(idOf('EXCEL-1'), 'disabled');
    await sonia.runs('/seats courses');
    await sonia.clicks('Refresh courses');
    expect(await sonia.finds('EXCEL-1 · can’t be assigned')).toBe(true);
    await claire.runs('/seats assign', ACME);
    expect((await claire.types('course', 'excel')).map(({ value }) => value)).not.toContain('EXCEL-1');
    await claire.closes({ all: true });
    await claire.runs('/seats assign other@example.com EXCEL-1', ACME);
    expect(claire.screen()).toContain('Moodle n’y autorise pas l’inscription manuelle.');
    there().setsManualEnrolment(idOf('EXCEL-1'), 'enabled');
  });

  it('cannot be opened while Moodle closes them; the answer says why', async () => {
    await ada.runs('/seats courses news');
    expect(ada.screen()).not.toContain('[Open]');
    await pressesForgedInModal(ada, 'open_course', await courseButton(database.db, 'NEWS'));
    expect(ada.screen()).toContain(
      'News of the company stays closed, because Moodle doesn’t allow manual enrolment in it.',
    );
  });

  it('are checked in Moodle when a person adds one', async () => {
    await ada.runs('/seats courses');
    await ada.clicks('Add a course');
    expect(ada.screen()).toContain('Only courses in Moodle can be assigned.');
    await ada.submits({ shortname: 'OURS-1', course_name: 'Another one' });
    expect(ada.screen()).toContain('it stays open if Moodle has it.');
    await allIsSaid(database.db);
    await ada.closes({ all: true });
    await ada.runs('/seats courses ours');
    expect(lineOf(ada, 'OURS-1')).toContain('not in Moodle');
  });

  it('stay unchanged while Moodle denies the right to list them', async () => {
    await ada.runs('/seats courses');
    const isOpen = { hidden_at: null };
    const open = await count(database.db, 'courses', isOpen);
    there().settings.capabilities.delete('moodle/course:view');
    await ada.clicks('Refresh courses');
    expect(await ada.finds('Moodle didn’t send its courses just now')).toBe(true);
    expect(await count(database.db, 'courses', isOpen)).toBe(open);
    there().settings.capabilities.add('moodle/course:view');
    await eventually('the list follows', () => !ada.sees('Moodle didn’t send its courses'));
    await allIsSaid(database.db);
  });

  it('stay available while Moodle is down, show their age, and delay nothing', async () => {
    await ada.runs('/seats courses');
    there().settings.condition = 'down';
    await ada.clicks('Refresh courses');
    expect(await ada.finds('Moodle didn’t send its courses just now. We’ll ask again. From Moodle,')).toBe(true);
    office.workspace.clock.moveTo(office.workspace.clock.now().plus({ hours: 3 }));
    await sonia.runs('/seats courses');
    expect(sonia.screen()).toContain('This list is from 3 hours ago');
    expect(sonia.screen()).toContain('EXCEL-1 · ');
    await claire.runs('/seats assign third@example.com EXCEL-2', ACME);
    await claire.submits({ first_name: 'Thea', last_name: 'Third' });
    expect(claire.screen()).toContain('Thea Third a une place dans');
    there().settings.condition = 'up';
    await eventually('the list follows', () => !ada.sees('Moodle didn’t send its courses'));
    expect(ada.screen()).toContain('From Moodle, just now');
    await allIsSaid(database.db);
  });
});
