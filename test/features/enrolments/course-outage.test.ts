import { getAssignment } from '../../../src/features/assignments/detailed-assignments.sql';
import { seatCard } from '../../../src/features/assignments/seat-card.view';
import { courseOutage, moodleOutage } from '../../../src/features/courses/moodle-state';
import { homeView } from '../../../src/features/home/home.view';
import { homeOf } from '../../../src/features/home/open-home';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { admin, assigns, MORNING, sales, sells } from '../../support/people';
import { translator } from '../../support/translator';

const SINCE = '2026-03-02T08:00:00.000Z';

describe.each(eachDatabase)('the report of a course that waits for Moodle, on $name', ({ open }) => {
  let database: TestDatabase;
  let excel: number;
  let other: number;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    await sells(database.db, { quantity: 5 });
    excel = (await assigns(database.db, { enrols: true })).id;
    other = (await assigns(database.db, { enrols: true, course: 'EXCEL-2' })).id;
  });

  afterEach(() => database?.close());

  const courseOf = async (id: number) => (await getAssignment(database.db, id)).course;
  async function fails(assignment: number, code: string) {
    const subject = String((await courseOf(assignment)).id);
    const failed = { last_error: code, first_tried_at: SINCE };
    await database.db('outbox').where({ kind: 'moodle.course', subject }).update(failed);
  }
  async function card(id: number) {
    const outage = await courseOutage(database.db, (await courseOf(id)).id);
    const settings = { by: sales, moodle: undefined, outage, below: undefined };
    return JSON.stringify(seatCard(await getAssignment(database.db, id), settings, translator('en')));
  }
  async function home(by = admin) {
    const seen = await homeOf(database.db, { customers: 0, stock: 0 }, by, {
      now: MORNING,
      timezone: 'Europe/Paris',
      roles: USUAL_ROLES,
    });
    return JSON.stringify(
      homeView(seen, { admin: by.admin, sales: by.sales, customers: [], commands: [] }, translator('en')),
    );
  }

  it.each([
    ['moodle.role', 'This course is waiting: Moodle has refused'],
    ['moodle.refused', 'This course is waiting: Moodle has refused'],
    ['moodle.blind', 'This course is waiting: Moodle has refused'],
    ['moodle.uncertain', 'This course is waiting: Moodle hasn’t given a clear answer'],
  ])('appears on the course’s own cards and on the Homes of administrators only: %s', async (code, said) => {
    await fails(excel, code);
    expect(await card(excel)).toContain(said);
    expect(await card(other)).not.toContain('waits');
    expect(await moodleOutage(database.db)).toBeUndefined();
    expect(await home(sales)).not.toContain('since 2 Mar 2026');
    const { name } = await courseOf(excel);
    expect(await home()).toContain(`${name} has been waiting for Moodle since 2 Mar 2026`);
  });

  it.each(['moodle.permission', 'moodle.maintenance'])(
    'appears everywhere as an outage when the site is the cause: %s',
    async (code) => {
      await fails(excel, code);
      for (const id of [excel, other]) expect(await card(id)).toContain('Enrolments wait');
      expect(await home(sales)).toContain('Enrolments wait');
      expect(await home()).not.toContain('has been waiting for Moodle');
    },
  );

  it('appears everywhere as an outage when several courses get no clear answer', async () => {
    await fails(excel, 'moodle.uncertain');
    await fails(other, 'moodle.uncertain');
    expect(await card(excel)).toContain('Enrolments wait');
    expect(await home(sales)).toContain('Enrolments wait');
  });
});
