import { changeAssignment } from '../../../src/features/assignments/change-assignment';
import { findCoursesForSeat } from '../../../src/features/assignments/find-courses';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { assigns, claire, coordinator, gus, MORNING, refusal, sells } from '../../support/people';
import { at } from '../../support/time';

describe.each(eachDatabase)('the courses that an assigned seat can be changed to, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  const offers = async (seat: string, typed = '', who = claire) =>
    (await findCoursesForSeat(database.db, seat, typed, await coordinator(database.db, who))).map(
      ({ shortname }) => shortname,
    );

  it('are the courses of its order, even when no other seat is left, and can be chosen', async () => {
    await sells(database.db, { quantity: 1 });
    const { seat } = await assigns(database.db);
    const offered = await offers(seat);
    expect(offered).toEqual(expect.arrayContaining(['EXCEL-1', 'EXCEL-2']));
    expect(offered.filter((shortname) => !shortname.startsWith('EXCEL-'))).toEqual([]);
    const form = { seat, course: 'EXCEL-2', start: undefined, end: undefined };
    const changed = await changeAssignment(database.db, form, await coordinator(database.db, claire), MORNING);
    expect(changed.course.shortname).toBe('EXCEL-2');
  });

  it('stay the same after the last day to assign', async () => {
    await sells(database.db, { quantity: 2, assignBy: '2026-03-03' });
    const { seat } = await assigns(database.db);
    const form = { seat, course: 'EXCEL-2', start: undefined, end: undefined };
    const later = at('2026-03-05T09:00:00Z');
    const changed = await changeAssignment(database.db, form, await coordinator(database.db, claire), later);
    expect(changed.course.shortname).toBe('EXCEL-2');
    expect(await offers(seat)).toContain('EXCEL-1');
  });

  it('match the search text and leave out closed courses', async () => {
    await sells(database.db, { product: 'ANY-SEAT' });
    const { seat } = await assigns(database.db);
    await fill(database.db, JSON.stringify({ courses: [{ shortname: 'EXCEL-2', name: 'Closed', open: false }] }));
    expect(await offers(seat, 'excel 1')).toEqual(['EXCEL-1']);
    expect(await offers(seat)).not.toContain('EXCEL-2');
    expect((await offers(seat)).some((shortname) => !shortname.startsWith('EXCEL-'))).toBe(true);
  });

  it('are hidden from people of another customer', async () => {
    await sells(database.db);
    const { seat } = await assigns(database.db);
    expect(await refusal(offers(seat, '', gus))).toBe('seat.not_assigned');
    expect(await refusal(offers('', ''))).toBe('seat.not_assigned');
  });
});
