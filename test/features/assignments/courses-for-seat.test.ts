import { findCoursesForSeat } from '../../../src/features/assignments/find-courses';
import { changesSeat } from '../../support/changes';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { assigns, claire, coordinator, gus, refusal, sells } from '../../support/people';
import { at } from '../../support/time';

describe.each(eachDatabase)('the courses that an assigned seat can be changed to, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
  });

  afterEach(() => database?.close());

  const offers = async (id: number, typed = '', who = claire) =>
    (await findCoursesForSeat(database.db, id, typed, await coordinator(database.db, who))).map(
      ({ shortname }) => shortname,
    );

  it('are the courses of its order, even when no other seat is left, and can be chosen', async () => {
    await sells(database.db, { quantity: 1 });
    const { id } = await assigns(database.db);
    const offered = await offers(id);
    expect(offered).toEqual(expect.arrayContaining(['EXCEL-1', 'EXCEL-2']));
    expect(offered.filter((shortname) => !shortname.startsWith('EXCEL-'))).toEqual([]);
    const by = await coordinator(database.db, claire);
    const changed = await changesSeat(database.db, { id }, { course: 'EXCEL-2' }, by);
    expect(changed.course.shortname).toBe('EXCEL-2');
  });

  it('stay the same after the last day to assign', async () => {
    await sells(database.db, { quantity: 2, assignBy: '2026-03-03' });
    const { id } = await assigns(database.db);
    const by = await coordinator(database.db, claire);
    const changed = await changesSeat(database.db, { id }, { course: 'EXCEL-2' }, by, at('2026-03-05T09:00:00Z'));
    expect(changed.course.shortname).toBe('EXCEL-2');
    expect(await offers(id)).toContain('EXCEL-1');
  });

  it('match the search text and leave out closed courses', async () => {
    await sells(database.db, { product: 'ANY-SEAT' });
    const { id } = await assigns(database.db);
    await fill(database.db, JSON.stringify({ courses: [{ shortname: 'EXCEL-2', name: 'Closed', open: false }] }));
    expect(await offers(id, 'excel 1')).toEqual(['EXCEL-1']);
    expect(await offers(id)).not.toContain('EXCEL-2');
    expect((await offers(id)).some((shortname) => !shortname.startsWith('EXCEL-'))).toBe(true);
  });

  it('are hidden from people of another customer', async () => {
    await sells(database.db);
    const { id } = await assigns(database.db);
    expect(await refusal(offers(id, '', gus))).toBe('seat.not_assigned');
    expect(await refusal(offers(0, ''))).toBe('seat.not_assigned');
  });
});
